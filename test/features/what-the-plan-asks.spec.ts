import assert from 'node:assert/strict';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { adoptPlan, versionOf } from '../../src/features/campaign/adopt-plan.ts';
import { replace } from '../../src/ports/documents.ts';
import { departmentRecord } from '../../src/records/department.ts';
import { dossier } from '../support/before-council.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../support/office.ts';
import { instant, round, seedDossier, seedRound } from '../support/seed-round.ts';
import { launch } from './campaign/launching.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Every page of the plan as a member of staff reads it, from its table of contents to the last page. */
async function readPlan(office: Office, key = 'an'): Promise<string> {
  const contents = await office.as(key).say('kế hoạch');
  const texts = [contents.text];
  let next = actionsOf(contents.card).find(({ verb }) => verb === 'plan.section');
  while (next !== undefined) {
    const { card, text } = await office.as(key).click('plan.section', next.data);
    texts.push(text);
    next = actionsOf(card).find(({ title }) => title === 'Trang sau');
  }
  return flat(texts.join('\n'));
}

/** R-number and words of the plan's own text that a reader of the plan in chat finds. */
const toBeRead: readonly (readonly [row: string, what: string, words: readonly string[]])[] = [
  [
    'R-003',
    'the plan as one whole',
    ['Phong trào thi đua đặc biệt theo Chỉ thị số 14/CT-UBND', 'Trung tâm Dịch vụ việc làm Khánh Hòa'],
  ],
  ['R-005', 'the directive', ['Chỉ thị số 14/CT-UBND']],
  ['R-026', 'two stages', ['Giai đoạn 2023 - 2025', 'Giai đoạn 2026 - 2030']],
  ['R-028', 'the last day of the movement', ['31/12/2030']],
  ['R-031', 'that departments are commended as collectives', ['Các phòng chuyên môn của Trung tâm']],
  ['R-032', 'that every employee may be commended', ['Toàn thể viên chức và người lao động']],
  ['R-038', 'content 1', ['tạo sự chuyển biến rõ nét trong lãnh đạo, chỉ đạo', 'công tác khen thưởng']],
  ['R-042', 'content 3', ['Phát huy truyền thống đoàn kết, năng động, sáng tạo', 'trên tất cả các lĩnh vực']],
  ['R-043', 'content 3', ['mọi nguồn lực hoàn thành xuất sắc nhiệm vụ của phòng']],
  ['R-052', 'the texts to make known', ['Nghị quyết số 09-NQ/TW', 'Chỉ thị số 05-CT/TW', '6524/KH-UBND']],
  ['R-053', 'Giấy khen of the director of the Sở, by its name of today', ['Giấy khen của Giám đốc Sở', 'Sở Nội vụ']],
];

const amended = (change: (plan: Plan) => Partial<Plan>) => (plan: Plan) => ({ ...plan, ...change(plan) });

describe('what the plan asks, in chat', () => {
  describe('the plan', () => {
    let read: string;
    before(async () => {
      read = await readPlan(await openOffice());
    });
    for (const [row, what, words] of toBeRead)
      it(`${row}: is read with ${what}`, () => {
        for (const each of words) assert.ok(read.includes(each), each);
      });

    it('R-005: tells the office, and not staff, that the date of the directive is to be checked', async () => {
      const forOffice = await readPlan(await openOffice(), 'office');
      assert.match(forOffice, /Cần đối chiếu/);
      assert.doesNotMatch(read, /Cần đối chiếu/);
    });

    it('R-047: shows a movement of the province that the unit has added', async () => {
      const added = {
        id: 'tinh-so',
        name: 'Khánh Hòa thi đua chuyển đổi số',
        fromYear: 2026,
        toYear: 2028,
        source: '',
      };
      const plan = amended(
        ({ movements }) => ({ movements: [...movements, { ...movements[0], ...added }] }) as Partial<Plan>,
      );
      assert.ok((await readPlan(await openOffice({ plan }))).includes(added.name));
    });

    it('R-050: shows the theme that the unit has set for the year', async () => {
      const theme = { year: 2026, theme: 'Kỷ cương, sáng tạo, hiệu quả' };
      const plan = amended(() => ({ yearlyThemes: [theme] }) as Partial<Plan>);
      assert.match(await readPlan(await openOffice({ plan })), /2026.*Kỷ cương, sáng tạo, hiệu quả/);
    });

    it('R-017: amended while a round is open, asks with its new words in the next one; the round keeps its own', async () => {
      const office = await openOffice();
      await seedRound(office);
      const [was, now] = ['nỗ lực bám sát', 'chủ động bám sát'];
      const plan = structuredClone(office.plan);
      for (const criterion of plan.criteria.person)
        Object.assign(criterion, { text: criterion.text.replace(was, now) });
      const version = { plan, planVersion: versionOf(plan) };
      await office.run(adoptPlan, version);
      Object.assign(office.unit, version);
      const next = 'annual-2027';
      await seedRound(office, { round: next, year: 2027, deadline: instant('2027-11-30T23:59:59.999') });
      const asked = async (of: string) =>
        flat(
          (await office.as('an').click('assess.open', { round: of, candidate: person('an'), criterion: 'CN1' })).text,
        );
      for (const [of, words, other] of [
        [round, was, now],
        [next, now, was],
      ] as const) {
        const text = await asked(of);
        assert.ok(text.includes(words) && !text.includes(other), text);
      }
    });
  });

  it('R-007, R-033: the directive’s movement is made known to everyone, calls ask to take part, and who has read it is on record', async () => {
    const office = await openOffice();
    const which = await launch(office);
    await office.runDue();
    const told = await office.owed('announce.launch');
    assert.equal(told.filter(({ to }) => to !== 'channel:office').length, 13);
    const message = await office.as('an').page(told[0]?.data.show.page ?? '', told[0]?.data.show.params ?? {});
    assert.match(textOf(message?.card), /Chỉ thị số 14\/CT-UBND/);
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
    assert.match(call.text, /kêu gọi đoàn viên hưởng ứng/);
  });

  describe('the seven criteria of a collective', () => {
    const rows = ['R-056', 'R-057', 'R-058', 'R-059', 'R-060', 'R-061', 'R-062'];
    for (const [i, row] of rows.entries())
      it(`${row}: is asked in the plan’s words, answered by the head and read by the office in the dossier`, async () => {
        const office = await openOffice({ now: '2026-11-12T09:00:00' });
        await seedRound(office);
        const ids = { round, candidate: dept('advice') };
        const criterion = office.plan.criteria.department[i];
        assert.ok(criterion?.source === row);
        const asked = await office.as('adviceHead').click('assess.open', { ...ids, criterion: criterion.id });
        assert.ok(flat(asked.text).includes(flat(criterion.text)), asked.text);
        const words = `Phòng đã thực hiện ${criterion.name}, có số liệu kèm theo`;
        await office.as('adviceHead').click('assess.save', { ...ids, criterion: criterion.id, rating: 'met', words });
        await dossier(office, dept('advice'));
        const read = await office.as('office').click('dossier.read', { ...ids, criterion: criterion.id });
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

  it('R-019: the office reads, before it takes a dossier in, whether person, time and criteria are in order', async () => {
    const office = await openOffice({ now: '2026-11-20T09:00:00' });
    await seedRound(office);
    const nomination = await seedDossier(office, 'an', { state: 'opined', without: ['CN2'] });
    const { text } = await office.as('office').click('intake.open', { nomination });
    assert.match(text, /CN2/);
    assert.match(text, /Cần xem/);
    assert.match(text, /Đạt/);
  });

  it('R-018: a dossier shows who did what, when, and with which reason', async () => {
    const office = await openOffice({ now: '2026-11-20T09:00:00' });
    await seedRound(office);
    const nomination = await seedDossier(office, 'an', { state: 'opined' });
    const reason = 'Đề nghị bổ sung số liệu tư vấn năm 2026.';
    await office.as('office').click('intake.return', { nomination, rev: 1, reason, send: 'yes' });
    const { text } = await office.as('an').click('dossier.show', { round, candidate: person('an') });
    assert.ok(text.includes(reason), text);
    assert.match(text, /Người trả: Chuyên viên Lê Thị Thu Hà\. Hạn gửi lại: hết ngày 30\/11\/2026/);
    assert.match(text, /Quá trình\nGửi hồ sơ\nLúc 09:00 ngày 10\/11\/2026/);
  });
});
