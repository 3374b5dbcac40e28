import assert from 'node:assert/strict';
import { openMilestones } from '../../features/milestones/a-round.ts';
import { person } from '../../support/office.ts';
import { accepts, declinesAllBut, launches, milestone, opens, sends } from './support/acts.ts';
import { type Act, type Life, openLife, play } from './support/life.ts';
import { all, droppedTable, office3, table, written } from './support/table.ts';

const before = 'annual-2026';
const round = 'annual-2027';

/** The round of 2026 ends with Tết in its way; the round of 2027 is opened late. The office has no channel. */
const acts: readonly Act[] = [
  [
    '2027-01-25T09:00',
    async ({ office }) => {
      await openMilestones(office);
      await launches(office);
      await milestone(office, 'office', before, 'payment', '08/02/2027');
      await milestone(office, 'office', before, 'filing', '10/02/2027');
      await milestone(office, 'office', before, 'ceremony', '12/02/2027');
    },
  ],
  ['2027-02-04T14:00', ({ office }) => milestone(office, 'office', before, 'payment', '')],
  ['2027-02-12T15:00', ({ office }) => milestone(office, 'secretary', before, 'ceremony', '')],
  ['2027-02-15T09:00', ({ office }) => milestone(office, 'office', before, 'filing', '')],
  ['2027-10-04T09:00', ({ office }) => opens(office, round)],
  [
    '2027-10-05T10:00',
    async ({ office }) => {
      await declinesAllBut(office, ['adviceHead', 'an', 'thao']);
      await office.as('thao').click('remind.stop', { round });
    },
  ],
  ['2027-11-29T10:00', ({ office }) => sends(office, 'an')],
  ['2027-12-06T10:00', ({ office }) => accepts(office, 'office', round, person('an'))],
];

/** Tết is from Friday 05/02 to Thursday 11/02/2027. 30/11/2027 is a Tuesday; 24/11 a holiday, a Wednesday. */
const expected = written(`
  25/01 09:00 announce.launch   → ${all}
  01/02 08:31 remind.milestones → ${office3}                         # payment and filing fall into Tết: three working days before 04/02
  02/02 08:31 remind.milestones → ${office3}                         # the ceremony on 12/02: 04, 03, 02/02
  04/02 08:31 remind.milestones → ${office3}                         # the working day before Tết
  12/02 08:31 remind.milestones → ${office3}                         # the filing was due on 10/02, the ceremony is today: one message
  15/02 08:31 remind.milestones → director, officeHead               # the filing, two working days late
  01/10 08:31 round.toOpen      → ${office3}                         # a Friday
  04/10 08:31 round.toOpen      → ${office3}                         # still not open on Monday
  04/10 09:00 round.open        → ${all}
  11/10 08:31 remind.digest     → ${office3}                         # the Monday after; 04/10 08:00 was before the opening
  29/10 08:31 remind.head       → adviceHead, insuranceHead          # 31/10 is a Sunday; the office is done
  16/11 08:31 remind.head       → adviceHead, insuranceHead
  16/11 08:31 remind.staff      → adviceHead, an                                 # thao is quiet
  23/11 08:31 remind.head       → adviceHead, insuranceHead
  23/11 08:31 remind.leaders    → director
  23/11 08:31 remind.staff      → adviceHead, an
  29/11 08:31 remind.head       → adviceHead, insuranceHead
  29/11 08:31 remind.staff      → adviceHead, an
  29/11 10:00 receipt           → an
  29/11 10:00 review.request    → adviceHead
  30/11 08:31 remind.head       → adviceHead, insuranceHead
  30/11 08:31 remind.digest     → ${office3}
  30/11 08:31 remind.staff      → adviceHead
  01/12 08:31 closing.report    → director, ${office3}, adviceHead, insuranceHead
  01/12 08:31 review.dueSoon    → adviceHead
  03/12 08:31 intake.request    → ${office3}
  03/12 08:31 review.opinion    → an
  03/12 08:31 review.overdue    → adviceHead
  06/12 08:31 remind.digest     → ${office3}
  06/12 10:00 intake.accepted   → an
  13/12 08:31 remind.digest     → ${office3}                         # one waits for the council
`);

describe('the year 2027, with Tết', function () {
  this.timeout(60_000);
  let life: Life;
  afterEach(() => life.close());

  it('reminds exactly these people', async () => {
    life = await openLife({ now: '2027-01-25T09:00', hasChannel: false });
    await play(life, acts, '2027-12-31T17:00');
    assert.deepEqual(table(life.diary.posted), expected);
    assert.deepEqual(droppedTable(life.diary.dropped), []);
  });
});
