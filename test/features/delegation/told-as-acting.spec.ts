import assert from 'node:assert/strict';
import type { Person } from '../../../src/records/person.ts';
import { actionsOf, dept, type Office, openOffice, textOf } from '../../support/office.ts';
import { lapsing, lastDay, morning } from '../closing/a-closing.ts';
import { live, openRound, reminders, round } from '../reminders/a-round.ts';

const post = `head|${dept('advice')}|`;
const belongs: readonly (readonly [where: string, people: Record<string, Partial<Person>>])[] = [
  ['the department', {}],
  ['another department', { an2: { departmentId: dept('insurance') } }],
];

const gone = { status: 'left', statusFrom: '2026-11-01' } as const;
const acts = (office: Office, from: string) =>
  office
    .as('office')
    .click('delegate.assign', { formId: 'form777777', post, name: 'an2@example.vn', from, confirm: 'yes' });

for (const [where, people] of belongs)
  describe(`somebody of the staff of ${where} who acts as its head is told what a head is told`, () => {
    let office: Office;
    beforeEach(async () => {
      office = await openOffice({
        now: '2026-11-16T09:00:00',
        people: { adviceHead: gone, adviceDeputy: gone, ...people },
      });
      await openRound(office);
      await live(office, '2026-11-15', '2026-11-16');
      office.set('2026-11-16T21:00:00');
      await acts(office, '2026-11-16');
    });
    const ofAdvice = /Phòng Tư vấn – Giới thiệu việc làm/;

    it('by the calendar: the list of the department that they act for, and their own reminder', async () => {
      const lived = await live(office, '2026-11-17', '2026-11-30');
      assert.deepEqual(
        lived.filter((line) => /(head|staff) → an2/.test(line)),
        ['23', '27', '30'].flatMap((day) => [`${day}/11 08:30 head → an2`, `${day}/11 08:30 staff → an2`]),
      );
      office.set('2026-11-30T08:31:00');
      const shown = await office.as('an2').page('reminders.head', { day: '2026-11-30', kind: 'head' });
      assert.ok(shown);
      assert.match(textOf(shown.card), ofAdvice);
      assert.match(textOf(shown.card), /Nguyễn Văn An[\s\S]*H'Hen Niê/);
    });

    for (const [what, target] of [
      ['all heads', { audience: 'heads' }],
      ['the department', { audience: 'department', of: dept('advice') }],
    ] as const)
      it(`by hand to ${what}: as many messages as were promised`, async () => {
        office.set('2026-11-18T10:05:00');
        const { card } = await office.as('office').click('remind.now', { round, formId: 'form-1', ...target });
        const [confirm] = actionsOf(card).filter(({ verb }) => verb === 'remind.now');
        const before = (await reminders(office)).length;
        await office.as('office').click('remind.now', { ...confirm?.data, confirm: 'yes' });
        await office.runDue();
        const sent = (await reminders(office)).slice(before).sort();
        assert.ok(sent.includes('head → an2'), sent.join());
        assert.match(confirm?.title ?? '', new RegExp(`\\b${sent.length}\\b`));
      });

    it('at the end: how their department closed', async () => {
      office = await lastDay({ people: { adviceHead: gone, adviceDeputy: gone, ...people } });
      await acts(office, '2026-11-30');
      office.set(lapsing);
      await office.runDue();
      office.set(morning);
      await office.runDue();
      const told = (await office.owed('closing.report')).find(({ to }) => to === 'an2');
      assert.ok(told);
      const shown = await office.as('an2').page(told.data.show.page, told.data.show.params);
      assert.ok(shown);
      assert.match(textOf(shown.card), /Kết quả gửi hồ sơ của phòng/);
      assert.match(textOf(shown.card), ofAdvice);
    });
  });
