import assert from 'node:assert/strict';
import { texts } from '../../../src/adapters/texts/texts.ts';
import { person } from '../../support/office.ts';
import { accepts, agrees, declinesAllBut, launches, milestone, opens, sends } from './support/acts.ts';
import { type Act, type Life, openLife, play } from './support/life.ts';
import { all, droppedTable, office3, table, written } from './support/table.ts';

const annual = 'annual-2030';
const final = 'final-2030';

const acts: readonly Act[] = [
  ['2030-09-25T09:00', ({ office }) => launches(office)],
  ['2030-10-01T09:00', ({ office }) => opens(office, annual)],
  ['2030-10-01T09:30', ({ office }) => opens(office, final)],
  [
    '2030-10-03T10:00',
    async ({ office }) => {
      for (const round of [annual, final]) await declinesAllBut(office, ['an', 'thao'], round);
    },
  ],
  ['2030-11-08T10:00', ({ office }) => sends(office, 'thao', { round: annual })],
  ['2030-11-11T10:00', ({ office }) => agrees(office, 'insuranceHead', annual, person('thao'))],
  ['2030-11-12T09:00', ({ office }) => accepts(office, 'office', annual, person('thao'))],
  ['2030-11-25T10:00', ({ office }) => office.as('thao').click('nomination.decline', { round: final })],
  [
    '2030-12-02T10:00',
    async ({ office }) => {
      for (const round of [annual, final]) await milestone(office, 'office', round, 'council', '12/12/2030');
    },
  ],
  [
    '2030-12-12T15:00',
    async ({ office }) => {
      for (const round of [annual, final]) await milestone(office, 'secretary', round, 'council', '');
    },
  ],
];

/** The annual and the final round are both open. 30/11/2030 is a Saturday: the last working day is Friday 29/11. */
const expected = written(`
  25/09 09:00 announce.launch   → ${all}, channel:office
  01/10 08:31 round.toOpen      → ${office3}                         # both rounds in one message
  01/10 09:00 round.open        → ${all}, channel:office
  01/10 09:30 round.open        → ${all}, channel:office
  07/10 08:00 remind.digest     → channel:office, channel:office     # one a round
  31/10 08:31 remind.head       → adviceHead, insuranceHead
  08/11 10:00 receipt           → thao
  08/11 10:00 review.request    → insuranceHead
  11/11 08:00 remind.digest     → channel:office
  11/11 08:31 remind.head       → insuranceHead
  11/11 10:00 intake.request    → ${office3}
  11/11 10:00 review.opinion    → thao
  12/11 09:00 intake.accepted   → thao
  15/11 08:31 remind.head       → adviceHead, insuranceHead
  15/11 08:31 remind.staff      → an, thao                           # for Saturday 16/11; thao of the final round only
  18/11 08:00 remind.digest     → channel:office
  22/11 08:31 remind.head       → adviceHead, insuranceHead
  22/11 08:31 remind.leaders    → director
  22/11 08:31 remind.staff      → an, thao                           # for Saturday 23/11
  26/11 08:00 remind.digest     → channel:office
  27/11 08:31 remind.head       → adviceHead
  29/11 08:31 remind.head       → adviceHead
  29/11 08:31 remind.staff      → an                                 # the last call, on Friday; nothing on Saturday
  02/12 07:30 closing.report    → channel:office, channel:office     # one a round
  02/12 08:31 closing.report    → director, ${office3}, adviceHead, insuranceHead # both rounds in one message
  09/12 08:31 remind.milestones → secretary                          # the council of both rounds sits on 12/12
  12/12 08:31 remind.milestones → director, secretary
`);

describe('the year 2030, with two rounds and a Saturday', function () {
  this.timeout(60_000);
  let life: Life;
  afterEach(() => life.close());

  it('reminds exactly these people, once for both rounds, the last time on Friday, with every sweep late, run by two and once more', async () => {
    life = await openLife({ now: '2030-09-25T09:00', isTwice: true, lagMs: 20_000 });
    await play(life, acts, '2030-12-31T17:00');
    assert.deepEqual(table(life.diary.posted), expected);
    assert.deepEqual(droppedTable(life.diary.dropped), []);
    const lastCall = texts('vi').t('summaries.reminders.staffLast', { lastDay: '30/11/2030' });
    assert.equal(life.diary.posted.findLast(({ told }) => told.includes('remind.staff'))?.summary, lastCall);
  });
});
