import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, textOf } from '../../support/office.ts';
import { launch } from './launching.ts';

/** Every page from the first to the last, by the button "Trang sau". */
async function readThrough(office: Office, key: string): Promise<Record<string, unknown>[]> {
  const cards: Record<string, unknown>[] = [];
  let data: Record<string, unknown> | undefined = { section: 'general', page: '1' };
  while (data !== undefined) {
    const { card } = await office.as(key).click('plan.section', data);
    cards.push(card);
    data = actionsOf(card).find(({ title }) => title === 'Trang sau' || title === 'Next')?.data;
  }
  return cards;
}

describe('kế hoạch', () => {
  for (const locale of ['vi', 'en'] as const) {
    it(`is read from the first page to the last (${locale})`, async () => {
      const office = await openOffice({ people: { an: { locale } } });
      const contents = await office.as('an').say('ke hoach');
      assertGoodCard(contents.card);
      const sections = new Set(
        actionsOf(contents.card)
          .filter(({ verb }) => verb === 'plan.section')
          .map(({ data }) => data.section),
      );
      assert.equal(sections.size, 12);
      const cards = await readThrough(office, 'an');
      for (const card of cards) assertGoodCard(card);
      const words = cards.map(textOf).join('\n');
      const { plan } = office;
      const said = [
        ...plan.aims,
        ...plan.requirements,
        ...plan.contents.map(({ text }) => text),
        ...plan.criteria.department.map(({ text }) => text),
        ...plan.criteria.person.map(({ text }) => text),
        ...plan.criteria.adhoc.map(({ text }) => text),
        ...plan.dossier.parts.map(({ text }) => text),
        ...plan.duties.map(({ text }) => text),
        ...plan.legalBasis.map(({ number }) => number),
      ];
      for (const text of said) assert.ok(words.includes(text), text);
    });
  }

  it('says what is over, what is open and what must be checked', async () => {
    const office = await openOffice();
    const section = async (id: string): Promise<string> =>
      (await office.as('an').click('plan.section', { section: id, page: '1' })).text;
    assert.match(await section('movements'), /Cả nước chung sức xây dựng nông thôn mới[\s\S]*Đã kết thúc/);
    assert.match(await section('movements'), /Chủ đề hằng năm\nChưa có số liệu; đơn vị chưa nhập\./);
    assert.match(await section('quotas'), /Chưa có số liệu; đơn vị chưa nhập\./);
    assert.match(await section('sending'), /Ngày trình cấp trên khen thưởng\nChưa có số liệu; đơn vị chưa nhập\./);
    assert.match(await section('legal'), /Chỉ thị số 14\/CT-UBND[\s\S]*Cần đối chiếu/);
    assert.match(await section('legal'), /91\/2017\/NĐ-CP[\s\S]*Hết hiệu lực/);
    assert.match(await section('general'), /Sở Nội vụ tỉnh Khánh Hòa/);
  });

  it('goes by the day it is read: movements still run in 2024, the Sở has its name of then', async () => {
    const office = await openOffice({ now: '2024-05-06T09:00:00' });
    const movements = await office.as('an').click('plan.section', { section: 'movements', page: '1' });
    assert.doesNotMatch(movements.text, /Đã kết thúc/);
    const general = await office.as('an').click('plan.section', { section: 'general', page: '1' });
    assert.match(general.text, /Lao động – Thương binh và Xã hội tỉnh Khánh Hòa/);
  });

  it('keeps every page sendable however long the plan is', async () => {
    const long = 'Nội dung rất dài của kế hoạch. '.repeat(700);
    const office = await openOffice({
      plan: (plan: Plan): Plan => ({
        ...plan,
        aims: [long],
        contents: plan.contents.map((c) => ({ ...c, text: long })),
      }),
    });
    for (const card of await readThrough(office, 'an')) assertGoodCard(card);
  });

  it('closes a page before a paragraph that would not fit any more', async () => {
    const lengths = [3_996, 2_946, 3_996, 3_196];
    const contents = lengths.map((length, i) => ({ id: `ND${i}`, name: 'N', text: 'x'.repeat(length) }));
    const office = await openOffice({ plan: (plan: Plan): Plan => ({ ...plan, contents }) });
    for (const card of await readThrough(office, 'an')) {
      assertGoodCard(card);
      assert.ok(textOf(card).length < 9_000, 'too much for one page');
    }
  });

  it('shows nothing for a page that does not exist', async () => {
    const office = await openOffice();
    assert.equal(await office.as('an').page('plan.section', { section: 'general', page: '9' }), null);
    assert.equal(await office.as('an').page('plan.section', { section: '../x', page: '1' }), null);
  });

  it('offers "Đã đọc" only between the launch and the acknowledgement', async () => {
    const office = await openOffice();
    const verbs = async (): Promise<string[]> =>
      actionsOf((await office.as('an').say('kế hoạch')).card).map((a) => a.verb);
    assert.ok(!(await verbs()).includes('announce.acknowledge'));
    const which = await launch(office);
    assert.ok((await verbs()).includes('announce.acknowledge'));
    const period = await office.as('an').click('plan.section', { section: 'period', page: '1' });
    assert.match(period.text, /Từ ngày 15\/06\/2023 đến ngày 31\/12\/2030\./);
    await office.as('an').click('announce.acknowledge', { launch: which });
    assert.ok(!(await verbs()).includes('announce.acknowledge'));
    assert.match(
      (await office.as('an').say('kế hoạch')).text,
      /Kế hoạch số 25\/KH-DVVVKH ngày 15\/06\/2023[\s\S]*Đã đọc lúc 09:00 02\/11\/2026\./,
    );
  });
});
