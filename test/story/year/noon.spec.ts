import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { decode, replace } from '../../../src/ports/documents.ts';
import { roundId, roundRecord } from '../../../src/records/round.ts';
import { round } from '../../features/reminders/a-round.ts';
import { scope } from '../../support/office.ts';
import { milestone } from './support/acts.ts';
import type { Life } from './support/life.ts';
import { november } from './support/november.ts';
import { office3, table, written } from './support/table.ts';

/** The two heads read of their own dossier in the message with their lists. */
const missing = 'adviceHead, an, insuranceHead, thao';

/** The same days at other hours, and others besides: this morning, this noon and this afternoon among them. */
const edited = (plan: Plan): Plan => ({
  ...plan,
  calendar: {
    ...plan.calendar,
    reminders: {
      ...plan.calendar.reminders,
      staffDaysBefore: [15, 14, 13, 10, 0],
      headDaysBefore: [14, 13, 10, 0],
      milestoneDaysBefore: [2, 1, 0],
      at: '13:00',
      digestAt: '12:30',
    },
  },
});

/** Monday 16/11/2026: the reminders fourteen days before went out in the morning. */
describe('a plan edited at noon', function () {
  this.timeout(60_000);
  let life: Life;
  let from: number;
  beforeEach(async () => {
    life = await november();
    await life.until('2026-11-16T12:00');
    assert.ok(table(life.diary.posted).includes(`16/11 08:31 remind.staff → ${missing}`));
    from = life.diary.posted.length;
  });
  afterEach(() => life.close());
  const posted = (): string[] => table(life.diary.posted.slice(from));

  /** The milestone of 18/11 goes by the plan too. */
  const asBefore = (time: string): string => `
    18/11 ${time} remind.milestones → ${office3}
    19/11 ${time} remind.milestones → ${office3}
    20/11 ${time} remind.milestones → director, officeHead
    23/11 ${time} remind.staff      → ${missing}
    23/11 ${time} remind.head       → adviceHead, insuranceHead
    23/11 ${time} remind.leaders    → director
  `;

  it('reminds nobody again: a round that is open goes on by the days it was opened under, at the hour of the day', async () => {
    await life.restart({ plan: edited(life.office.plan) });
    await life.until('2026-11-25T12:00');
    assert.deepEqual(posted(), written(asBefore('13:01')));
  });

  it('reminds nobody again when the process is only started anew, thrice', async () => {
    for (const time of ['12:00', '12:20', '13:10']) {
      await life.until(`2026-11-16T${time}`);
      await life.restart();
    }
    await life.until('2026-11-25T12:00');
    assert.deepEqual(posted(), written(asBefore('08:31')));
  });

  it('reminds nobody twice that day even when the open round is put under the edited plan', async () => {
    const planVersion = await life.restart({ plan: edited(life.office.plan) });
    await amend({ planVersion, nextLookAt: stamp(life.office.now) });
    await life.until('2026-11-24T18:00');
    assert.deepEqual(
      posted(),
      written(`
        16/11 13:01 remind.milestones → ${office3}                # two working days before 18/11: nobody was told this morning
        17/11 13:01 remind.milestones → ${office3}
        17/11 13:01 remind.staff      → adviceHead, an, insuranceHead, thao  # thirteen days before; the lists are those of yesterday
        18/11 13:01 remind.milestones → ${office3}
        19/11 13:01 remind.milestones → ${office3}
        20/11 13:01 remind.milestones → director, officeHead
        20/11 13:01 remind.staff      → ${missing}
        20/11 13:01 remind.head       → adviceHead, insuranceHead
        23/11 13:01 remind.leaders    → director
      `),
    );
  });

  async function amend(change: { planVersion: string; nextLookAt: string }): Promise<void> {
    const { store } = life.office;
    const stored = await store.get(scope.unit, roundId(round));
    assert.ok(stored);
    const loaded = decode(roundRecord, stored);
    await store.commit(scope.unit, [replace(roundRecord, loaded, { ...loaded.data, ...change })]);
  }
});

/** Friday 13/11/2026: the office was reminded in the morning of the list due on Wednesday 18/11. */
describe('a milestone edited at noon', function () {
  this.timeout(60_000);
  let life: Life;
  let from: number;
  beforeEach(async () => {
    life = await november();
    await life.until('2026-11-13T12:00');
    from = life.diary.posted.length;
    assert.equal(table(life.diary.posted).at(-1), `13/11 08:31 remind.milestones → ${office3}`);
  });
  afterEach(() => life.close());
  const milestones = (): string[] =>
    table(life.diary.posted.slice(from)).filter((line) => line.includes('remind.milestones'));
  const dated = (on: string) => milestone(life.office, 'office', round, 'proposedList', on);

  it('to the same day: its owners are not reminded again that day, and of its being late the next', async () => {
    await dated('13/11/2026');
    await life.until('2026-11-18T18:00');
    assert.deepEqual(
      milestones(),
      written(`
        16/11 08:31 remind.milestones → ${office3}
        17/11 08:31 remind.milestones → director, officeHead
      `),
    );
  });

  it('to another day and back: nothing is said twice', async () => {
    await dated('19/11/2026');
    await life.until('2026-11-13T14:00');
    await dated('18/11/2026');
    await life.until('2026-11-18T18:00');
    assert.deepEqual(milestones(), [`18/11 08:31 remind.milestones → ${office3}`]);
  });

  it('to a day of which they would have been reminded this morning: not again today', async () => {
    await dated('18/11/2026');
    await dated('17/11/2026');
    await dated('16/11/2026');
    await life.until('2026-11-16T18:00');
    assert.deepEqual(milestones(), [`16/11 08:31 remind.milestones → ${office3}`]);
  });
});
