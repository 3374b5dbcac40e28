import assert from 'node:assert/strict';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { replace } from '../../src/ports/documents.ts';
import { departmentRecord } from '../../src/records/department.ts';
import { nominationId } from '../../src/records/nomination.ts';
import { afterCouncil, confirmation, decisionOne, reason, recommended, recorded } from '../support/after-council.ts';
import { dossier } from '../support/before-council.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../support/office.ts';
import { round, seedDossier, seedRound } from '../support/seed-round.ts';
import { launch } from './campaign/launching.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

const amended = (change: (plan: Plan) => Partial<Plan>) => (plan: Plan) => ({ ...plan, ...change(plan) });

describe('what the plan asks, in chat', () => {
  it('R-007, R-033: the directive’s movement is made known to everyone, calls ask to take part, and who has read it is on record', async () => {
    const office = await openOffice();
    const which = await launch(office);
    await office.runDue();
    const told = await office.owed('announce.launch');
    assert.equal(told.filter(({ to }) => to !== 'channel:office').length, 13);
    const message = await office.as('an').page(told[0]?.data.show.page ?? '', told[0]?.data.show.params ?? {});
    assert.match(textOf(message?.card), /Chỉ thị số 14\/CT-UBND/);
    assert.match(textOf(message?.card), /Đề nghị chị nghiên cứu Kế hoạch, tự đánh giá và gửi hồ sơ/);
    await office.as('an').click('announce.acknowledge', { launch: which });
    const people = await office
      .as('office')
      .click('announce.people', { list: 'unread', department: dept('insurance'), page: '0' });
    assert.match(people.text, /Lý Ơn/);
    const call = await office.as('thao').click('call.post', {
      formId: 'form123456',
      title: 'Ngày hội việc làm',
      text: 'Tư vấn, giới thiệu việc làm.',
      place: 'Nhà văn hóa',
      date: '2026-11-14',
      time: '07:30',
      answerBy: '2026-11-12',
    });
    assert.match(call.text, /kêu gọi đoàn viên hưởng ứng .*tham gia Ngày hội việc làm/);
  });

  describe('the criteria', () => {
    const asked = [
      ...['TT1', 'TT2', 'TT3', 'TT4', 'TT5', 'TT6', 'TT7'].map((id, i) => ({
        id,
        row: `R-0${56 + i}`,
        by: 'adviceHead',
      })),
      ...['CN1', 'CN2'].map((id, i) => ({ id, row: `R-0${63 + i}`, by: 'an' })),
    ];
    for (const { id, row, by } of asked)
      it(`${row}: ${id} is asked in the plan’s words, answered and read by the office in the dossier`, async () => {
        const office = await openOffice({ now: '2026-11-12T09:00:00' });
        await seedRound(office);
        const candidate = by === 'an' ? person('an') : dept('advice');
        const ids = { round, candidate, criterion: id };
        const criterion = Object.values(office.plan.criteria)
          .flat()
          .find((one) => one.id === id);
        assert.ok(criterion?.source === row);
        const form = await office.as(by).click('assess.open', ids);
        assert.ok(flat(form.text).includes(flat(criterion.text)), form.text);
        const words = `Đã thực hiện ${criterion.name}, có số liệu kèm theo`;
        await office.as(by).click('assess.save', { ...ids, rating: 'met', words });
        await dossier(office, candidate);
        const read = await office.as('office').click('dossier.read', ids);
        assert.ok(read.text.includes(words) && flat(read.text).includes(flat(criterion.text)), read.text);
      });
  });

  it('R-032: a contract worker sends a dossier like every public employee', async () => {
    const office = await openOffice({ now: '2026-11-12T09:00:00', people: { an: { employmentType: 'contract' } } });
    await seedRound(office);
    await seedDossier(office, 'an');
    await office.as('an').click('nomination.request', { round, candidate: person('an'), level: 'unit' });
    const confirm = await office.as('an').click('nomination.submit', { round, candidate: person('an') });
    const go = actionsOf(confirm.card).find(({ verb }) => verb === 'nomination.submit');
    const sent = await office.as('an').click('nomination.submit', go?.data);
    assert.match(sent.text, /Đã gửi/);
  });

  it('R-031: a professional department is a collective with a dossier, the leadership is none', async () => {
    const office = await openOffice({ now: '2026-11-12T09:00:00', people: { vice: { roles: ['deputy'] } } });
    await seedRound(office);
    assert.match((await office.as('adviceHead').say('hồ sơ tập thể')).text, /Phòng Tư vấn – Giới thiệu việc làm/);
    await assert.rejects(office.as('vice').say('hồ sơ tập thể'), { code: 'NOT_COLLECTIVE' });
  });

  describe('R-031: the office itself', () => {
    const open = async (officeIsEligible: boolean): Promise<Office> => {
      const office = await openOffice({
        now: '2026-11-12T09:00:00',
        plan: amended(({ settings }) => ({ settings: { ...settings, officeIsEligible } })),
      });
      await seedRound(office);
      const stored = await office.turn().get(departmentRecord, dept('office'));
      assert.ok(stored);
      // As an import under the other setting wrote it in an earlier release.
      const data = { ...stored.data, isCollective: !officeIsEligible };
      await office.store.commit(scope.unit, [replace(departmentRecord, stored, data)]);
      return office;
    };
    const long = 'Năm 2026 phòng đã tiếp nhận và giải quyết hồ sơ đúng hạn cho người lao động.';

    it('has a dossier once the plan says so, whatever it said when the roster was read', async () => {
      const office = await open(true);
      assert.match((await office.as('officeHead').say('hồ sơ tập thể')).text, /Phòng Hành chính – Nghiệp vụ/);
      assert.match((await office.as('officeHead').say(long)).text, /Hồ sơ tập thể – TT1/);
      const found = await office.as('office').click('intake.find', { round, name: 'Hành chính' });
      assert.match(found.text, /Phòng Hành chính – Nghiệp vụ/);
      const { text } = await office.as('officeHead').click('progress.show', { round, department: dept('office') });
      assert.match(text, /Hồ sơ tập thể/);
    });

    it('begins none once the plan says no; what it has sent is still read', async () => {
      const office = await open(false);
      await assert.rejects(office.as('officeHead').say('hồ sơ tập thể'), { code: 'NOT_COLLECTIVE' });
      assert.doesNotMatch((await office.as('officeHead').say(long)).text, /Hồ sơ tập thể/);
      await dossier(office, dept('office'));
      const read = await office.as('director').click('dossier.read', { round, candidate: dept('office') });
      assert.match(read.text, /Phòng Hành chính – Nghiệp vụ/);
      const found = await office.as('office').click('intake.find', { round, name: 'Hành chính' });
      assert.match(found.text, /Phòng Hành chính – Nghiệp vụ/);
    });
  });

  it('R-019: the office reads, before it takes a dossier in, whether person, time and criteria are in order, and what is missing', async () => {
    const checks = async (people: Parameters<typeof openOffice>[0], without: readonly string[] = []) => {
      const office = await openOffice({ now: '2026-11-20T09:00:00', ...people });
      await seedRound(office);
      const nomination = await seedDossier(office, 'an', { state: 'opined', without: [...without] });
      return (await office.as('office').click('intake.open', { nomination })).text;
    };
    const lacking = await checks({}, ['CN2']);
    assert.match(lacking, /Còn 1 trên 2 tiêu chuẩn chưa đánh giá: CN2\nCần xem/);
    assert.match(lacking, /Đang làm việc tại đơn vị \(viên chức hoặc người lao động\)\nĐạt/);
    assert.match(lacking, /Gửi trong hạn, lúc 09:00 ngày 10\/11\/2026\nĐạt/);
    assert.match(lacking, /Bản chính có chữ ký\nChưa nhận bản chính\nChưa có/);
    const gone = await checks({ people: { an: { endDate: '2026-11-15' } } });
    assert.match(gone, /Đã đánh giá đủ 2 tiêu chuẩn\nĐạt/);
    assert.match(gone, /Không còn trong danh sách nhân sự của đơn vị\nCần xem/);
  });

  it('R-093: a member of the council reads what came before it, its meetings and what each found', async () => {
    const { card, text } = await (await afterCouncil()).as('vice').say('hội đồng');
    assert.match(text, /Đã đưa ra Hội đồng: 01 tập thể, 05 cá nhân/);
    assert.match(text, /Ngày 03\/12\/2026; có mặt 6\/6 thành viên; 6 hồ sơ\nĐã xác nhận kết quả/);
    assert.match(text, /Nguyễn Văn An\nTán thành 5, không tán thành 0: 5\/6 thành viên, tỷ lệ 83,33%\nĐề nghị/);
    assert.match(text, /Lý Ơn\nTán thành 1, không tán thành 4: 1\/6 thành viên, tỷ lệ 16,67%\nChưa đề nghị/);
    assert.ok(actionsOf(card).some(({ verb }) => verb === 'council.session'));
  });

  it('R-018: a dossier sent back shows by whom, when it was sent and with which reason', async () => {
    const office = await openOffice({ now: '2026-11-20T09:00:00' });
    await seedRound(office);
    const nomination = await seedDossier(office, 'an', { state: 'opined' });
    const why = 'Đề nghị bổ sung số liệu tư vấn năm 2026.';
    await office.as('office').click('intake.return', { nomination, rev: 1, reason: why, send: 'yes' });
    const { text } = await office.as('an').click('dossier.show', { round, candidate: person('an') });
    assert.ok(text.includes(why), text);
    assert.match(text, /Người trả: Chuyên viên Lê Thị Thu Hà\. Hạn gửi lại: hết ngày 30\/11\/2026/);
    assert.match(text, /Quá trình\nGửi hồ sơ\nLúc 09:00 ngày 10\/11\/2026/);
  });

  it('R-018: a dossier shows who gave an opinion, who took it in, when the council met, and what was decided on which paper or why not', async () => {
    const office = await afterCouncil();
    const opinion = { by: person('insuranceHead'), at: '2026-11-23T03:00:00.000Z', kind: 'agree', reason: '' } as const;
    await dossier(office, person('hniê'), { ...recommended(), opinion });
    const timeline = async (key: string): Promise<string> =>
      (await office.as(key).click('dossier.show', { round, candidate: person(key) })).text.split('Quá trình\n')[1] ??
      '';
    await recorded(office);
    assert.doesNotMatch(await timeline('hniê'), /Kết quả|Quyết định/, 'no result before it is published');
    const data = await confirmation(office, 'office', 'publish.results', { round, decision: decisionOne });
    await office.as('office').click('publish.results', data);
    const steps = await timeline('hniê');
    assert.match(
      steps,
      /^Gửi hồ sơ\nLúc 09:00 ngày 20\/11\/2026\nÝ kiến của Trưởng phòng [^\n]+\nĐồng ý đề nghị lúc 10:00 ngày 23\/11\/2026\n/,
    );
    assert.match(steps, /tiếp nhận\nLúc 09:00 ngày 12\/12\/2026; Chuyên viên Lê Thị Thu Hà\n/);
    assert.match(steps, /Hội đồng\nĐã xem xét tại phiên họp ngày 03\/12\/2026\n/);
    assert.match(steps, /Kết quả\nĐược khen thưởng\. Quyết định số 05\/QĐ-DVVLKH ngày 12\/12\/2026/);
    assert.ok((await timeline('on')).includes(`Chưa được khen thưởng đợt này. Lý do: ${reason}`));
  });

  it('R-075: a dossier without evidence is sent, and the office reads that none is attached', async () => {
    const office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
    await seedDossier(office, 'an');
    await office.as('an').click('nomination.request', { round, candidate: person('an'), level: 'unit' });
    const confirm = await office.as('an').click('nomination.submit', { round, candidate: person('an') });
    const go = actionsOf(confirm.card).find(({ verb }) => verb === 'nomination.submit');
    assert.match((await office.as('an').click('nomination.submit', go?.data)).text, /Đã gửi/);
    const { text } = await office.as('office').click('intake.open', { nomination: nominationId(round, person('an')) });
    assert.match(text, /Minh chứng \(nếu có\)\nKhông kèm minh chứng/);
  });
});
