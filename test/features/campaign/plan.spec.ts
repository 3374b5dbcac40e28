import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, textOf } from '../../support/office.ts';
import { launch } from './launching.ts';

/** Every page from the first to the last, by the button "Trang sau". */
async function readThrough(office: Office, key: string): Promise<Record<string, unknown>[]> {
  const cards: Record<string, unknown>[] = [];
  let data: Record<string, unknown> | undefined = { section: 'text', page: '1' };
  while (data !== undefined) {
    const { card } = await office.as(key).click('plan.section', data);
    cards.push(card);
    data = actionsOf(card).find(({ title }) => title === 'Trang sau' || title === 'Next page')?.data;
  }
  return cards;
}

describe('kế hoạch', () => {
  for (const locale of ['vi', 'en'] as const) {
    it(`is read from the first page to the last (${locale})`, async () => {
      const office = await openOffice({ people: { an: { locale } } });
      const contents = await office.as('an').say('ke hoach');
      assertGoodCard(contents.card);
      const titles = actionsOf(contents.card)
        .filter(({ verb }) => verb === 'plan.section')
        .map(({ title }) => title);
      for (const title of ['I. MỤC ĐÍCH, YÊU CẦU', 'V (trùng số trong bản gốc). TỔ CHỨC THỰC HIỆN'])
        assert.ok(titles.includes(title), title);
      const cards = await readThrough(office, 'an');
      for (const card of cards) assertGoodCard(card);
      assert.ok(cards.length <= 5, `${cards.length} pages`);
      const words = cards.map(textOf).join('\n');
      const { plan } = office;
      const said = [
        ...plan.text.flatMap(({ paragraphs }) =>
          paragraphs.map((each) => (typeof each === 'string' ? each : each.head)),
        ),
        ...plan.text.map(({ title }) => title),
        ...plan.document.recipients,
        plan.document.filing,
        plan.document.signatory.title,
        plan.document.signatory.name,
        ...plan.criteria.person.map(({ id }) => id),
      ];
      for (const text of said) assert.ok(words.includes(text), text);
    });
  }

  const allOf = async (office: Office, key: string): Promise<string> =>
    (await readThrough(office, key)).map(textOf).join('\n');

  it('says apart from its words what they mean today, and what is not entered', async () => {
    const text = await allOf(await openOffice(), 'an');
    const [words, now] = text.split('ÁP DỤNG HIỆN NAY');
    assert.match(words ?? '', /theo mẫu số 07 Nghị định số 91\/2017\/NĐ-CP/);
    assert.match(now ?? '', /Sở Nội vụ tỉnh Khánh Hòa\nTheo tên gọi tại ngày 02\/11\/2026/);
    assert.match(now ?? '', /Cả nước chung sức xây dựng nông thôn mới\nĐã kết thúc/);
    assert.match(now ?? '', /Chủ đề hằng năm\nĐơn vị chưa nhập\./);
    assert.match(now ?? '', /Số lượng khen thưởng\nĐơn vị chưa nhập\./);
    assert.match(now ?? '', /Mẫu báo cáo thành tích\nĐơn vị chưa nhập mẫu đang áp dụng\./);
    assert.match(now ?? '', /đã hết hiệu lực\nNghị định số 91\/2017\/NĐ-CP, đến hết ngày 31\/12\/2023/);
    assert.match(now ?? '', /2\.530\.000 đồng/);
  });
  it('reads the form of the report from the settings of the day', async () => {
    const office = await openOffice({ now: '2023-11-06T09:00:00' });
    assert.match(
      await allOf(office, 'an'),
      /Mẫu báo cáo thành tích\nMẫu số 07 ban hành kèm theo Nghị định số 91\/2017/,
    );
  });
  it('shows staff no working note of the office; the office and the leaders have them on pages of their own', async () => {
    const office = await openOffice();
    const notes = /đối chiếu|văn thư|sáp nhập|Chưa ghi nhận hết hiệu lực/;
    for (const key of ['an', 'adviceHead', 'thao']) assert.doesNotMatch(await allOf(office, key), notes, key);
    for (const key of ['office', 'director']) {
      const text = await allOf(office, key);
      assert.match(text, /ký hiệu “DVVVKH” có thể là “DVVLKH”: cần đối chiếu với văn thư/);
      assert.match(text, /Chỉ thị số 14\/CT-UBND\nCần đối chiếu/);
      assert.match(text, /Nghị định số 91\/2017\/NĐ-CP\nHết hiệu lực/);
      assert.match(text, /Luật số 06\/2022\/QH15\nChưa ghi nhận hết hiệu lực/);
    }
    assert.equal(await office.as('an').page('plan.section', { section: 'grounds', page: '1' }), null);
  });
  it('tells of each round how it really stands', async () => {
    const office = await openOffice({ now: '2026-11-02T09:00:00' });
    const states = async (): Promise<string[]> =>
      [...(await allOf(office, 'an')).matchAll(/Đợt xét khen thưởng năm (\d+)\n(.*)\n/g)].map(
        ([, y, state]) => `${y} ${state}`,
      );
    assert.deepEqual((await states()).slice(0, 2), ['2026 Chưa mở', '2027 Chưa mở']);
    await launch(office);
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    assert.equal((await states())[0], '2026 Đang mở');
    office.set('2026-12-01T00:00:00');
    assert.equal((await states())[0], '2026 Đã hết hạn gửi');
  });

  it('goes by the day it is read: movements still run in 2024, the Sở has its name of then', async () => {
    const text = await allOf(await openOffice({ now: '2024-05-06T09:00:00' }), 'an');
    assert.match(text, /Cả nước chung sức xây dựng nông thôn mới\nĐang thực hiện/);
    assert.match(text, /Cơ quan cấp trên\nSở Lao động – Thương binh và Xã hội tỉnh Khánh Hòa/);
  });

  it('answers cards of earlier releases, whose sections were numbered otherwise', async () => {
    const office = await openOffice();
    for (const [section, words] of [
      ['general', /Thực hiện Kế hoạch số 58/],
      ['aims', /MỤC ĐÍCH, YÊU CẦU/],
      ['period', /THỜI GIAN, ĐỐI TƯỢNG/],
      ['contents', /NỘI DUNG THI ĐUA/],
      ['movements', /ÁP DỤNG HIỆN NAY/],
      ['criteria', /HÌNH THỨC, TIÊU CHUẨN/],
      ['quotas', /HÌNH THỨC, TIÊU CHUẨN/],
      ['dossier', /THÀNH PHẦN, SỐ LƯỢNG HỒ SƠ/],
      ['sending', /THÀNH PHẦN, SỐ LƯỢNG HỒ SƠ/],
      ['funding', /THÀNH PHẦN, SỐ LƯỢNG HỒ SƠ/],
      ['duties', /TỔ CHỨC THỰC HIỆN/],
      ['legal', /ÁP DỤNG HIỆN NAY/],
    ] as const)
      assert.match((await office.as('an').click('plan.section', { section, page: '2' })).text, words, section);
  });

  it('keeps every page sendable however long the plan is', async () => {
    const long = 'Nội dung rất dài của kế hoạch. '.repeat(700);
    const office = await openOffice({
      plan: (plan: Plan): Plan => ({
        ...plan,
        text: plan.text.map((section) => ({ ...section, paragraphs: [long, long] })),
      }),
    });
    for (const card of await readThrough(office, 'an')) assertGoodCard(card);
  });

  it('closes a page before a paragraph that would not fit any more', async () => {
    const lengths = [3_996, 2_946, 3_996, 3_196];
    const paragraphs = lengths.map((length) => 'x'.repeat(length));
    const text = [{ numeral: 'I', title: 'N', remark: '', paragraphs }];
    const office = await openOffice({ plan: (plan: Plan): Plan => ({ ...plan, text }) });
    for (const card of await readThrough(office, 'an')) {
      assertGoodCard(card);
      assert.ok(textOf(card).length < 9_000, 'too much for one page');
    }
  });

  it('shows nothing for a page that does not exist', async () => {
    const office = await openOffice();
    assert.equal(await office.as('an').page('plan.section', { section: 'text', page: '9' }), null);
    assert.equal(await office.as('an').page('plan.section', { section: 'constructor', page: '1' }), null);
    assert.equal(await office.as('an').page('plan.section', { section: '../x', page: '1' }), null);
  });

  it('offers "Đã đọc" only between the launch and the acknowledgement', async () => {
    const office = await openOffice();
    const verbs = async (): Promise<string[]> =>
      actionsOf((await office.as('an').say('kế hoạch')).card).map((a) => a.verb);
    assert.ok(!(await verbs()).includes('announce.acknowledge'));
    const which = await launch(office);
    assert.ok((await verbs()).includes('announce.acknowledge'));
    const pages = await readThrough(office, 'an');
    const offering = pages.filter((card) => actionsOf(card).some((a) => a.verb === 'announce.acknowledge'));
    assert.equal(offering.length, 1, 'at the end of the words, not on each page');
    assert.match(textOf(offering[0]), /Chu Văn Công/);
    assert.match(pages.map(textOf).join('\n'), /Từ ngày 15\/06\/2023 đến ngày 31\/12\/2030\./);
    await office.as('an').click('announce.acknowledge', { launch: which });
    assert.ok(!(await verbs()).includes('announce.acknowledge'));
    assert.match(
      (await office.as('an').say('kế hoạch')).text,
      /Kế hoạch số 25\/KH-DVVVKH ngày 15\/06\/2023[\s\S]*Đã đọc lúc 09:00 ngày 02\/11\/2026\./,
    );
  });
});
