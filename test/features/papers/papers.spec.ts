import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { PaperFlaw } from '../../../src/ports/papers.ts';
import {
  afterCouncil,
  agreed,
  forwarded,
  published,
  recommended,
  recorded,
  recording,
  revoked,
} from '../../support/after-council.ts';
import { crowd, dossier, nomination, round, sessionOne } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { keptFile } from '../../support/memory-files.ts';
import { dept, everyoneBut, type Office, openOffice, person } from '../../support/office.ts';
import { readDocument } from '../../support/read-document.ts';
import { codeOf } from '../../support/refusal.ts';
import { seedDossier, seedRound } from '../../support/seed-round.ts';
import { launch } from '../campaign/launching.ts';
import { press } from '../roster/one/a-person.ts';
import { set } from '../settings/setting.ts';

const submission = `submission:${round}:1`;
const decision = `decision:${round}:1`;
const signers = { chair: person('director'), secretary: person('secretary') };

async function paperOf(office: Office, paper: string, of: string, who = paper === 'minutes' ? 'secretary' : 'office') {
  const made = await office.as(who).click('papers.make', { paper, of });
  assertGoodCard(made.card);
  const bytes = await keptFile(office.machine.files, of, made.show.params.sha256 ?? '');
  return { ...readDocument(bytes ?? assert.fail()), card: made.text };
}
const record = (office: Office, more: object = {}) =>
  office.as('secretary').click('council.recordMinutes', {
    ...{ session: sessionOne, rev: '1', number: '03/BB-HĐTĐKT', issuedOn: '2026-12-03', ...signers },
    ...{ startsAt: '08:00', endsAt: '10:30', invitees: 'Đại diện Công đoàn' },
    ...more,
  });

describe('the minutes of a meeting', () => {
  it('say who was there, by which rules, how each case went and what follows from it', async () => {
    const office = await afterCouncil();
    await record(office);
    const { text, card, margins, page, fonts } = await paperOf(office, 'minutes', sessionOne);
    assert.match(text, /^TRUNG TÂM|^Trung tâm Dịch vụ việc làm Khánh Hòa\nHội đồng Thi đua - Khen thưởng\n/);
    assert.match(text, /Số: 03\/BB-HĐTĐKT\nBIÊN BẢN/);
    assert.match(text, /Thời gian bắt đầu: 08 giờ 00, ngày 03 tháng 12 năm 2026\.\nĐịa điểm: Phòng họp\./);
    assert.match(text, /Có mặt: 6\/6 thành viên, gồm:\n- Bà Trần Quốc Khánh, Giám đốc/);
    assert.match(text, /Vắng mặt: không\.\n3\. Khách mời: Đại diện Công đoàn\./);
    assert.match(text, /Chủ trì: Bà Trần Quốc Khánh, Giám đốc\.\n5\. Thư ký: Bà Phạm Thị Mỹ Lệ/);
    assert.match(text, /ít nhất 2\/3 tổng số thành viên \(4 thành viên\); phiên họp này có mặt 6 thành viên/);
    assert.match(text, /Đạt khi quá 50% tổng số thành viên tán thành/);
    assert.match(text, /1\nPhòng Tư vấn – Giới thiệu việc làm\n5\n0\n5\/6 \(83,33%\)\nĐề nghị khen thưởng cấp đơn vị/);
    assert.match(text, /Bà Lý Ơn, [^\n]+\n1\n4\n1\/6 \(16,67%\)\nKhông đạt tỷ lệ/);
    assert.match(text, /Không tham gia biểu quyết về trường hợp của mình: Bà Đỗ Ăn; Bà Trần Quốc Khánh\./);
    assert.match(text, /Đề nghị khen thưởng cấp Sở, tặng Giấy khen: 01 cá nhân\./);
    assert.match(
      text,
      /kết thúc vào 10 giờ 30, ngày 03 tháng 12 năm 2026\.\/\.\nTHƯ KÝ\nPhạm Thị Mỹ Lệ\nCHỦ TỌA\nTrần Quốc Khánh/,
    );
    // Of a quota nothing is said that nobody has entered, and minutes bear no place.
    assert.doesNotMatch(text, /Số lượng đề nghị tối đa|Khánh Hòa, ngày|DỰ THẢO|[{}]|………/);
    assert.doesNotMatch(card, /Chưa nhập: (?!ký hiệu)/);
    assert.deepEqual([page, margins], [{ width: 210, height: 297 }, [20, 20, 30, 15]]);
    assert.deepEqual([...fonts], ['Times New Roman']);
  });
  it('show a gap for what is not entered, name it, and say where it is entered', async () => {
    const office = await afterCouncil();
    const { text, card } = await paperOf(office, 'minutes', sessionOne);
    assert.match(text, /Số: ……\/BB-…/);
    assert.match(text, /Thời gian bắt đầu: ……………, ngày 03/);
    assert.match(card, /Chưa nhập: ký hiệu văn bản của Hội đồng, giờ bắt đầu, giờ kết thúc, chủ tọa, thư ký/);
    assert.match(card, /ghi ở Biên bản của phiên họp/);
  });
  it('are a draft until the results are fixed', async () => {
    const office = await afterCouncil();
    const stored = (await office.store.get('test-unit', sessionOne)) ?? assert.fail();
    const open = { ...(stored.doc.data as object), state: 'recording' };
    await office.store.commit('test-unit', [
      { op: 'replace', doc: { ...stored.doc, rev: stored.doc.rev + 1, data: open }, etag: stored.etag },
    ]);
    const { text, card } = await paperOf(office, 'minutes', sessionOne);
    assert.match(text, /DỰ THẢO\nBIÊN BẢN/);
    assert.match(text, /Kết quả phiên họp chưa được xác nhận/);
    assert.match(card, /Đây là dự thảo/);
  });
  it('take hours, absences and guests from the form, and refuse what cannot be', async () => {
    const office = await afterCouncil();
    for (const [more, code] of [
      [{ startsAt: 'sáng' }, 'MINUTES_TIME'],
      [{ startsAt: '10:30', endsAt: '08:00' }, 'MINUTES_HOURS'],
      [{ startsAt: '08:00', endsAt: '08:00' }, 'MINUTES_HOURS'],
      [{ invitees: 'x'.repeat(1001) }, 'TOO_LONG'],
    ] as const)
      assert.equal(await codeOf(record(office, more)), code);
    await record(office, { startsAt: '8h', endsAt: '' });
    const form = await office.as('secretary').page('council.minutes', { session: sessionOne });
    assert.match(JSON.stringify(form?.card), /"value":"08:00"/);
    assertGoodCard(form?.card ?? assert.fail());
    // The second of two clicks changes nothing.
    await record(office, { startsAt: '8h', endsAt: '' });
  });
});

describe('what goes to the parent department', () => {
  it('is a submission that says for whom what is asked, of whom, from which meeting and with which papers', async () => {
    const office = await afterCouncil();
    await record(office);
    await forwarded(office);
    const { text, card } = await paperOf(office, 'submission', submission);
    assert.match(text, /^Sở Nội vụ tỉnh Khánh Hòa\nTrung tâm Dịch vụ việc làm Khánh Hòa\n/);
    assert.match(text, /Số: 21\/TTr-DVVLKH\nKhánh Hòa, ngày 10 tháng 12 năm 2026\nTỜ TRÌNH/);
    assert.match(text, /Kính gửi: Giám đốc Sở Nội vụ\./);
    assert.match(text, /Căn cứ Luật Thi đua, khen thưởng số 06\/2022\/QH15 ngày 15 tháng 6 năm 2022;/);
    assert.match(text, /Căn cứ Biên bản họp [^\n]* số 03\/BB-HĐTĐKT ngày 03 tháng 12 năm 2026\./);
    assert.match(text, /Đề nghị Giám đốc Sở Nội vụ tặng Giấy khen cho 02 cá nhân \(có danh sách kèm theo\)/);
    assert.match(text, /Kính trình Giám đốc Sở Nội vụ xem xét, quyết định\.\/\./);
    assert.match(text, /GIÁM ĐỐC\nTrần Quốc Khánh$/);
    assert.doesNotMatch(text, /cần đối chiếu|[{}]/i);
    assert.match(card, /Chưa nhập: [^\n]*quyết định quy định chức năng/);
  });
  it('names the plan as it was launched, and is signed as the office has set', async () => {
    const office = await afterCouncil();
    await launch(office);
    await set(office, 'signing', { 'value-mode': 'deputy', 'value-title': 'Phó Giám đốc' });
    office.set(office.now.plus({ days: 1 }).toISO() ?? '');
    const { text } = await paperOf(office, 'submission', round);
    assert.match(text, /Căn cứ Kế hoạch số \d+\/KH-DVVVKH ngày \d\d tháng/);
    assert.match(text, /KT\. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n/);
    assert.match(text, /Số: ……\/TTr-DVVLKH\nKhánh Hòa, ngày …… tháng …… năm ……/);
  });
  it('has a list across the page, with a head on every page, collectives first', async () => {
    const office = await afterCouncil();
    await crowd(office, 40, recommended('so'));
    await dossier(office, dept('insurance'), { ...recommended('so'), summary: 'Hoàn thành 120% kế hoạch.' });
    const { text, page, headRows, card } = await paperOf(office, 'list', round);
    assert.deepEqual(page, { width: 297, height: 210 });
    assert.match(text, /A\. TẬP THỂ[\s\S]*Phòng Bảo hiểm thất nghiệp[\s\S]*B\. CÁ NHÂN/);
    assert.match(text, /Tổng số: 01 tập thể, 42 cá nhân\.\/\./);
    assert.equal(headRows, 2);
    assert.match(text, /Phòng Bảo hiểm thất nghiệp\nHoàn thành 120% kế hoạch\./);
    assert.match(card, /Chưa nhập: tóm tắt thành tích/);
    assert.equal(text.match(/5\/6 \(83,33%\)/g)?.length, 43);
  });
});

describe('the decision of the unit', () => {
  it('names up to five in the text, the bonus in figures and in words', async () => {
    const office = await afterCouncil();
    await agreed(office);
    const { text } = await paperOf(office, 'decision', decision);
    assert.match(text, /QUYẾT ĐỊNH\nVề việc tặng Giấy khen/);
    assert.match(text, /Giám đốc Trung tâm Dịch vụ việc làm Khánh Hòa\nCăn cứ/);
    assert.match(text, /Theo đề nghị của [^\n]* và của Trưởng phòng Hành chính – Nghiệp vụ\.\nQUYẾT ĐỊNH:/);
    assert.match(
      text,
      /Điều 1\. Tặng Giấy khen cho 01 tập thể, 02 cá nhân[^\n]*, gồm:\n1\. Phòng Tư vấn[^\n]*;\n2\. Bà Nguyễn Văn An/,
    );
    assert.match(
      text,
      /Tập thể: 01 tập thể, mỗi tập thể 1\.520\.000 đồng \(hệ số 0,6 × mức lương cơ sở 2\.530\.000 đồng\)/,
    );
    assert.match(text, /Tổng số tiền: 3\.040\.000 đồng \(bằng chữ: Ba triệu không trăm bốn mươi nghìn đồng\)/);
    assert.match(text, /Điều 3\. Quyết định này có hiệu lực từ ngày ký\./);
    assert.doesNotMatch(text, /DANH SÁCH|[{}]|Bằng khen/);
  });
  it('has more in a list behind it, and says nothing of money of which the plan has no figures', async () => {
    const without = (plan: Plan): Plan => ({
      ...plan,
      settings: {
        ...plan.settings,
        bonus: { ...plan.settings.bonus, baseSalary: [{ from: '2030-01-01', value: 1, source: '' }] },
      },
    });
    const office = await afterCouncil({ plan: without });
    await crowd(office, 8, recommended());
    await agreed(office);
    await office.as('office').click('decide.record', recording({ issuedOn: '2026-12-12' }));
    const { text, card } = await paperOf(office, 'decision', decision);
    assert.match(text, /\(có danh sách kèm theo\)\.\nĐiều 2\. Quyết định này/);
    assert.match(text, /DANH SÁCH\n\(Kèm theo Quyết định số 05\/QĐ-DVVLKH ngày 12 tháng 12 năm 2026\)/);
    assert.doesNotMatch(text, /Tiền thưởng kèm theo/);
    assert.match(card, /Chưa nhập: [^\n]*mức tiền thưởng/);
  });
});

describe('what is handed over by a decision', () => {
  it('is paid by a list that each signs, with the sum in words', async () => {
    const office = await afterCouncil();
    await recorded(office);
    const { text, card } = await paperOf(office, 'payment', decision);
    assert.match(text, /DANH SÁCH\nChi tiền thưởng kèm theo Giấy khen\n\(Theo Quyết định số 05\/QĐ-DVVLKH ngày 12/);
    assert.match(
      text,
      /1\nPhòng Tư vấn – Giới thiệu việc làm\n1\.520\.000\n2\nBà Nguyễn Văn An\nChuyên viên, [^\n]+\n760\.000/,
    );
    assert.match(text, /Tổng cộng: 3\.040\.000 đồng\nBằng chữ: Ba triệu không trăm bốn mươi nghìn đồng/);
    assert.doesNotMatch(card, /dự thảo/);
  });
  it('is a certificate for each, across the page, in the words of the decision', async () => {
    const office = await afterCouncil();
    await agreed(office);
    assert.match((await paperOf(office, 'certificate', decision)).card, /Đây là dự thảo/);
    const signed = await afterCouncil();
    await recorded(signed);
    const { text, page } = await paperOf(signed, 'certificate', decision);
    assert.deepEqual(page, { width: 297, height: 210 });
    assert.equal(text.match(/^Giấy khen$/gm)?.length, 3);
    assert.match(
      text,
      /Giấy khen\nPhòng Tư vấn – Giới thiệu việc làm\nTập thể\nĐã có thành tích xuất sắc trong Phong trào/,
    );
    assert.match(text, /Giấy khen\nBà Nguyễn Văn An\nChuyên viên, /);
    assert.match(text, /Quyết định số 05\/QĐ-DVVLKH ngày 12 tháng 12 năm 2026\nSố sổ vàng: 02/);
    assert.match(text, /Khánh Hòa, ngày 12 tháng 12 năm 2026\nGIÁM ĐỐC\nTrần Quốc Khánh/);
  });
  it('leaves out whose award was taken back', async () => {
    const office = await afterCouncil();
    await published(office);
    await revoked(office, nomination(person('an')));
    const { text } = await paperOf(office, 'payment', decision);
    assert.doesNotMatch(text, /Nguyễn Văn An/);
    assert.match(text, /Tổng cộng: 2\.280\.000 đồng/);
  });
});

describe('the achievement report', () => {
  const an = nomination(person('an'));
  const ready = async (state: 'draft' | 'submitted' = 'submitted'): Promise<Office> => {
    const office = await openOffice({ now: '2026-11-12T11:00:00' });
    await seedRound(office);
    await office.as('an').send(office.attach('Giấy xác nhận.pdf', new TextEncoder().encode('%PDF-1.4\n%%EOF')));
    await seedDossier(office, 'an', { state, without: ['CN2'] });
    return office;
  };
  it('says what the dossier says, by criterion, with the numbers of the evidence, and leaves open what nobody was asked', async () => {
    const office = await ready();
    const { text, card } = await paperOf(office, 'report', an, 'an');
    assert.match(text, /^Trung tâm Dịch vụ việc làm Khánh Hòa\nPhòng Tư vấn – Giới thiệu việc làm\n/m);
    assert.match(text, /BÁO CÁO THÀNH TÍCH\nĐỀ NGHỊ TẶNG GIẤY KHEN\n\(Về thành tích xuất sắc trong Phong trào/);
    assert.match(text, /I\. SƠ LƯỢC LÝ LỊCH\n- Họ và tên: Nguyễn Văn An; giới tính: Nữ\.\n- Ngày, tháng, năm sinh: ……/);
    assert.match(text, /\(tự đánh giá: đạt\)\nĐã hoàn thành nhiệm vụ được giao/);
    assert.match(text, /\(tự đánh giá: chưa đánh giá\)\n……………/);
    assert.match(text, /Danh mục minh chứng\nSố\nMinh chứng\nTiêu chuẩn\n1\nGiấy xác nhận\.pdf\n—/);
    assert.match(text, /NGƯỜI BÁO CÁO\nNguyễn Văn An\nMã hồ sơ: /);
    assert.doesNotMatch(text, /[{}]|SƠ LƯỢC ĐẶC ĐIỂM/);
    assert.match(card, /Chưa nhập: ngày sinh, quê quán, trình độ chuyên môn, các hình thức đã được khen thưởng/);
    assert.doesNotMatch(card, /Giấy tờ của đợt/);
  });
  it('of a collective is signed by its head, and says how many belong to it', async () => {
    const office = await afterCouncil();
    const { text } = await paperOf(office, 'report', nomination(dept('advice')));
    assert.match(
      text,
      /I\. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH\n- Tên tập thể: Phòng Tư vấn – Giới thiệu việc làm\.\n- Số viên chức, người lao động: 5\./,
    );
    assert.match(text, /TRƯỞNG PHÒNG\nĐỗ Ăn/);
  });
  it('is written by the candidate whenever they wish, by the office once it is sent, and by nobody else', async () => {
    const office = await ready('draft');
    assert.ok(await office.as('an').click('papers.make', { paper: 'report', of: an }));
    for (const who of everyoneBut('an'))
      assert.equal(
        await codeOf(office.as(who).click('papers.make', { paper: 'report', of: an })),
        'PAPER_NOT_YOURS',
        who,
      );
    const sent = await ready();
    for (const who of everyoneBut('an', 'office', 'officeHead', 'secretary'))
      assert.equal(
        await codeOf(sent.as(who).click('papers.make', { paper: 'report', of: an })),
        'PAPER_NOT_YOURS',
        who,
      );
    const opened = await sent.as('office').click('intake.open', { nomination: an });
    const form = await press(sent, opened.card, 'intake.summarise');
    assert.ok(await press(sent, form.card, 'papers.make'));
    const receipt = await sent.as('an').page('nomination.receipt', { round, candidate: person('an') });
    assert.ok(await press(sent, receipt?.card, 'papers.make', {}, 'an'));
  });
  it('bears the form that holds on its day, and none where none is entered', async () => {
    const office = await ready();
    assert.doesNotMatch((await paperOf(office, 'report', an, 'an')).text, /Mẫu/);
    await launch(office);
    await set(office, 'formLabel', { 'value-value': 'Mẫu số 08 (Nghị định số 152/2025/NĐ-CP)' });
    assert.match((await paperOf(office, 'report', an, 'an')).text, /^Mẫu số 08 \(Nghị định số 152\/2025\/NĐ-CP\)\n/);
  });
});

describe('papers', () => {
  it('are listed with what each lacks, for whoever makes them; there may be none', async () => {
    const office = await afterCouncil();
    await agreed(office);
    const { text, card } = await office.as('office').say('giấy tờ');
    assertGoodCard(card);
    assert.match(text, /Tờ trình chưa gửi\nChưa nhập: /);
    assert.match(text, /Danh sách kèm Tờ trình chưa gửi[\s\S]*Quyết định chờ ký/);
    assert.doesNotMatch(text, /Biên bản phiên họp/);
    assert.match((await office.as('secretary').say('giấy tờ')).text, /Biên bản phiên họp số 1 ngày 03\/12\/2026/);
  });
  it('are made by nobody else, and of nothing else; the file is its maker’s', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    await agreed(office);
    for (const [paper, of] of [
      ['minutes', sessionOne],
      ['submission', submission],
      ['list', submission],
      ['decision', decision],
      ['payment', decision],
      ['certificate', decision],
    ] as const) {
      const may = paper === 'minutes' ? ['secretary'] : ['office', 'officeHead', 'secretary'];
      for (const who of everyoneBut(...may))
        assert.equal(
          await codeOf(office.as(who).click('papers.make', { paper, of })),
          'PAPER_NOT_YOURS',
          `${who} ${paper}`,
        );
      for (const forged of ['x', person('an'), nomination(person('an'))])
        assert.equal(
          await codeOf(office.as('secretary').click('papers.make', { paper, of: forged })),
          'PAPER_NOT_YOURS',
        );
    }
    assert.deepEqual(await office.dump('export'), []);
    const made = await office.as('office').click('papers.make', { paper: 'list', of: submission });
    for (const who of everyoneBut('office'))
      assert.equal(await office.as(who).page('papers.file', made.show.params), null, who);
    assert.ok(await office.as('office').page('papers.file', made.show.params));
  });
  it('that tell how the council voted are not made by whom they name', async () => {
    const office = await afterCouncil();
    await dossier(office, person('office'), recommended('so'));
    assert.equal(
      await codeOf(office.as('office').click('papers.make', { paper: 'list', of: round })),
      'PAPER_NOT_YOURS',
    );
    assert.ok(await office.as('officeHead').click('papers.make', { paper: 'list', of: round }));
  });
  it('come from the office’s own template where there is one; a placeholder that is unknown is named', async () => {
    const office = await afterCouncil();
    const { papers } = office.machine;
    Object.assign(office.machine, {
      papers: {
        fill: async (name: string) => {
          throw new PaperFlaw(name, ['tenHoiDong']);
        },
      },
    });
    const refused = office.as('secretary').click('papers.make', { paper: 'minutes', of: sessionOne });
    await assert.rejects(refused, (error: { code?: string; facts?: { names?: string } }) => {
      assert.deepEqual([error.code, error.facts?.names], ['PAPER_TEMPLATE', 'tenHoiDong']);
      return true;
    });
    Object.assign(office.machine, {
      papers: {
        fill: async (name: string) => {
          throw new PaperFlaw(name, []);
        },
      },
    });
    assert.equal(
      await codeOf(office.as('secretary').click('papers.make', { paper: 'minutes', of: sessionOne })),
      'PAPER_UNREADABLE',
    );
    assert.deepEqual(await office.dump('export'), []);
    Object.assign(office.machine, { papers });
  });
});
