import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stampCard } from '../../../src/delivery/send/stamp-card.ts';
import { backfill } from '../../../src/model/round/backfill.ts';
import { morningKind, reminderSubject } from '../../../src/model/sending/morning.ts';
import { remindersDay } from '../../../src/model/sending/refs.ts';
import { create } from '../../../src/ports/documents.ts';
import { deliveryId } from '../../../src/records/message.ts';
import { opinionReminderId, opinionReminderRecord } from '../../../src/records/nomination.ts';
import { given, openRound } from '../../features/reminders/a-round.ts';
import { crowd } from '../../features/reminders/crowd.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { toldBy } from '../../support/morning.ts';
import { actionsOf, dept, person, scope } from '../../support/office.ts';
import { instant } from '../../support/seed-round.ts';
import { launches } from './support/acts.ts';
import { type Life, openLife } from './support/life.ts';

/** A Monday: seven days before the end of the round that is open, and the day after that of last year's. */
const day = '2030-11-25';
const open = 'annual-2030';
const over = 'annual-2029';
const opened = { by: person('office'), at: instant('2030-10-01T08:00:00') };
const snapshot = { name: 'Nguyễn Văn An', title: '', gender: '', departmentName: '', reviewerId: person('adviceHead') };
const sent = (who: string, due: string) => ({
  snapshot,
  submitted: { by: person(who), at: instant('2030-11-18T09:00:00') },
  opinionDueAt: instant(due),
});

/** What may fall on that morning, each by itself. */
const matters = {
  /** Staff, heads, the director and, for want of a channel, the office. */
  reminders: ({ office }: Life) =>
    openRound(office, {
      round: open,
      year: 2030,
      opened,
      deadline: instant('2030-11-30T23:59:59.999'),
      graceUntil: instant('2030-12-02T17:00:00'),
      milestones: [
        { id: 'departmentMeeting', owner: 'head', on: day, done: null, changed: null, rev: 0 },
        { id: 'proposedList', owner: 'office', on: day, done: null, changed: null, rev: 0 },
      ],
    }),
  /** What was not sent lapses, for a person and for a department, and the round is reported. */
  closing: async ({ office }: Life) => {
    const of = { round: over, year: 2029, opened: { ...opened, at: instant('2029-10-01T08:00:00') } };
    await openRound(office, { ...of, deadline: instant('2030-11-24T23:59:59.999') });
    await given(office, person('an'), { in: over, wish: 'asks', state: 'draft' });
    await given(office, dept('advice'), { in: over, wish: 'asks', state: 'draft' });
  },
  /** One falls due on the next working day. */
  opinionsDue: async ({ office }: Life) => {
    const nomination = sent('hniê', '2030-11-26T17:00:00');
    await given(office, person('hniê'), { in: open, wish: 'asks', state: 'submitted', nomination });
    const id = `nomination:${open}:${person('hniê')}`;
    const reminder = { nomination: id, opinionDueAt: nomination.opinionDueAt, dueAt: instant(`${day}T08:30:00`) };
    await office.store.commit(scope.unit, [create(opinionReminderRecord, scope, opinionReminderId(id, 2), reminder)]);
  },
  /** One was due on Friday evening: reviewer, candidate and office are told. */
  opinionMissed: ({ office }: Life) =>
    given(office, person('an2'), {
      in: open,
      wish: 'asks',
      state: 'submitted',
      nomination: sent('an2', '2030-11-22T17:00:00'),
    }),
  /** The final round, and this year's unless it is open, wait to be opened. */
  toOpen: async (life: Life) => {
    await launches(life.office);
    await life.work();
  },
} as const;
type Matter = keyof typeof matters;
const all = Object.keys(matters) as Matter[];

/** @returns what each person is told that morning, a list for each message */
async function mondayOf(which: readonly Matter[], setup: Parameters<typeof openLife>[0]) {
  const life = await openLife({ now: '2030-11-22T16:00', hasChannel: false, ...setup });
  for (const matter of all.filter((one) => which.includes(one))) await matters[matter](life);
  await life.office.run(backfill);
  await life.until(`${day}T12:00`);
  const messages = new Map<string, (readonly string[])[]>();
  const posted = life.diary.posted.filter(({ at }) => at.toISODate() === day);
  for (const { to, told } of posted) messages.set(to, [...(messages.get(to) ?? []), told]);
  life.close();
  return messages;
}

describe('a morning on which everything falls', function () {
  this.timeout(60_000);

  it('is one card to each, and says all of it', async () => {
    const messages = await mondayOf(all, {});
    for (const [who, told] of messages) assert.equal(told.length, 1, `${who}: ${JSON.stringify(told)}`);
    const said = new Set([...messages.values()].flat(2));
    assert.deepEqual([...said].sort(), [
      'closing.lapsed',
      'closing.report',
      'intake.request',
      'remind.digest',
      'remind.head',
      'remind.leaders',
      'remind.milestones',
      'remind.staff',
      'review.dueSoon',
      'review.opinion',
      'review.overdue',
      'round.toOpen',
    ]);
    assert.deepEqual(messages.get('adviceHead')?.[0], [
      'closing.report',
      'remind.head',
      'review.dueSoon',
      'review.overdue',
      'remind.milestones',
      'remind.staff',
      'closing.lapsed',
    ]);
  });

  it('is never two cards to anyone, whatever falls on it and however late each lane looks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(all, { minLength: 1 }),
        fc.integer({ min: 0, max: 60_000 }),
        fc.boolean(),
        async (which, lagMs, isTwice) => {
          const ordered = which.includes('reminders') ? which : which.filter((one) => !one.startsWith('opinion'));
          for (const [who, told] of await mondayOf(ordered, { lagMs, isTwice }))
            assert.equal(told.length, 1, `${who}: ${JSON.stringify(told)}`);
        },
      ),
      { numRuns: 12 },
    );
  });

  for (const locale of ['vi', 'en'] as const) {
    it(`has room for three hundred people with long names and two open rounds: what does not fit is a line with its button (${locale})`, async () => {
      const life = await openLife({ now: '2030-11-22T16:00', hasChannel: false, people: { adviceHead: { locale } } });
      const { office } = life;
      for (const matter of all) await matters[matter](life);
      await openRound(office, {
        round: 'final-2030',
        kind: 'final',
        year: 2030,
        opened,
        deadline: instant('2030-11-30T23:59:59.999'),
        graceUntil: instant('2030-12-02T17:00:00'),
      });
      for (const [i, id] of (await crowd(office, dept('advice'), 300)).entries()) {
        if (i >= 40) continue;
        const long = { ...snapshot, name: `Tôn Nữ Hoàng Trường Phương Thảo Nguyên ${i}` };
        for (const [in_, due] of [
          [open, '2030-11-26T17:00:00'],
          ['final-2030', '2030-11-22T17:00:00'],
        ] as const) {
          const nomination = { ...sent('an', due), snapshot: long };
          await given(office, id, { in: in_, wish: 'asks', state: 'submitted', nomination });
        }
      }
      await office.run(backfill);
      await life.until(`${day}T08:31:00`);
      const shown = await office.as('adviceHead').page('reminders.day', { day });
      assert.ok(shown);
      assertGoodCard(shown.card);
      const id = deliveryId(reminderSubject(day), 1, morningKind, person('adviceHead'));
      assert.ok(JSON.stringify(stampCard(shown.card, id)).length * 2 < 28 * 1024);
      const sections = toldBy({ kind: morningKind, show: remindersDay.ref({ day }) }, shown);
      assert.deepEqual(sections, [
        'closing.report',
        'remind.head',
        'review.dueSoon',
        'review.overdue',
        'review.overdue',
        'remind.milestones',
        'remind.staff',
        'closing.lapsed',
      ]);
      const { body } = shown.card as unknown as { body: readonly { type: string }[] };
      assert.equal(body.filter(({ type }) => type === 'Container').length, sections.length);
      const folded = actionsOf(shown.card).filter(
        ({ verb, title }) => verb === 'command.run' && /^(Xem|Show): /.test(title),
      );
      assert.ok(folded.length > 0, 'all of it fits: the test shows nothing');
      for (const { data } of folded) assert.ok((await office.as('adviceHead').click('command.run', data)).text);
      life.close();
    });
  }
});
