import assert from 'node:assert/strict';
import { type Life, openLife, play } from './support/life.ts';
import { all, droppedTable, office3, table, written } from './support/table.ts';
import { acts2026 } from './support/year-2026.ts';

/** 30/11/2026 is a Monday; 24/11 is a holiday, a Tuesday. See `acts2026` for what the people do. */
const expected = written(`
  21/09 09:00 announce.launch   → ${all}, channel:office
  01/10 08:31 round.toOpen      → ${office3}                         # the plan's day, a Thursday; the office opens it at nine
  01/10 09:00 round.open        → ${all}, channel:office
  05/10 08:00 remind.digest     → channel:office                     # Mondays
  14/10 10:00 receipt           → officeHead, office, adviceDeputy
  14/10 10:00 review.request    → director, officeHead, adviceHead
  15/10 10:00 intake.request    → ${office3}                         # a second one merges
  15/10 10:00 review.opinion    → officeHead, office
  16/10 08:31 review.dueSoon    → adviceHead                         # due on Monday: three working days
  19/10 08:00 remind.digest     → channel:office
  20/10 08:31 intake.request    → ${office3}
  20/10 08:31 review.opinion    → adviceDeputy
  20/10 08:31 review.overdue    → adviceHead                         # was due at 17:00; told the next morning
  20/10 09:00 intake.accepted   → officeHead, office, adviceDeputy
  26/10 08:00 remind.digest     → channel:office
  30/10 08:31 remind.head       → adviceHead, insuranceHead          # thirty days before is Saturday 31/10; the office is done
  02/11 08:00 remind.digest     → channel:office
  09/11 08:00 remind.digest     → channel:office
  09/11 08:31 remind.head       → adviceHead
  10/11 08:00 announce.launch   → tú                                 # joins the insurance department today
  16/11 08:30 round.leave       → hniê                               # nothing is required meanwhile
  16/11 08:31 remind.head       → adviceHead
  16/11 08:31 remind.staff      → adviceHead, an, an2, on, tú                    # thao quiet, tú new
  20/11 10:00 receipt           → an
  20/11 10:00 review.request    → adviceHead
  23/11 08:00 remind.digest     → channel:office
  23/11 08:31 remind.head       → adviceHead
  23/11 08:31 remind.leaders    → director
  23/11 08:31 remind.staff      → adviceHead, an2, hniê, tú                      # hniê is back, on has left, an has sent
  25/11 08:00 remind.digest     → channel:office                     # from here daily; not on the holiday
  25/11 08:31 review.dueSoon    → adviceHead                         # 23, 25, 26/11: the holiday does not count
  25/11 10:00 intake.request    → ${office3}
  25/11 10:00 review.opinion    → an
  25/11 14:00 receipt           → tú
  25/11 14:00 review.request    → director                           # tú's department has no head
  26/11 08:00 remind.digest     → channel:office
  26/11 09:00 intake.accepted   → an
  26/11 09:00 nomination.returned → tú
  27/11 08:00 remind.digest     → channel:office
  27/11 08:30 round.leave       → adviceHead                         # away to the 29th, and reminded on the 30th
  27/11 08:31 remind.head       → adviceDeputy                       # three days before, and one; the deputy stands in
  27/11 08:31 remind.staff      → an2, tú                            # for Sunday 29/11; adviceHead is away
  30/11 08:00 remind.digest     → channel:office
  30/11 08:31 remind.head       → adviceHead
  30/11 08:31 remind.staff      → adviceHead, an2, tú
  30/11 15:00 remind.unsent     → adviceHead
  01/12 08:31 closing.lapsed    → adviceHead, an2                    # begun and not sent
  01/12 07:30 closing.report    → channel:office
  01/12 08:31 closing.report    → director, ${office3}, adviceHead
  04/12 08:31 closing.lapsed    → tú                                 # five working days to supplement, until 03/12
  07/12 08:00 remind.digest     → channel:office                     # what waits for the council; then silence
  07/12 08:31 remind.milestones → secretary                          # the council, three working days before
  08/12 08:31 remind.milestones → secretary                          # its report to the leaders
  10/12 08:31 remind.milestones → director, secretary                # the council today, the decision on 15/12
  10/12 14:00 decide.request    → director
  10/12 14:00 results.considered → officeHead, office, adviceDeputy, an   # what the council proposes, to its candidates
  11/12 08:31 remind.milestones → secretary                          # to report today
  15/12 08:31 remind.milestones → director                           # the decision is due today; nothing goes to the Sở on 18/12
  15/12 10:00 decide.office     → ${office3}
  16/12 09:00 results           → officeHead, office, adviceDeputy, an
  16/12 09:00 results.1         → channel:office
`);

describe('the year 2026', function () {
  this.timeout(60_000);
  let life: Life;
  afterEach(() => life.close());

  it('reminds exactly these people, with every sweep late, run by two and once more', async () => {
    life = await openLife({ now: '2026-09-21T09:00', isTwice: true, lagMs: 20_000 });
    await play(life, acts2026, '2026-12-31T17:00');
    assert.deepEqual(table(life.diary.posted), expected);
    assert.deepEqual(droppedTable(life.diary.dropped), [
      '15/10 10:00 intake.request superseded: merged → officeHead, secretary',
    ]);
  });
});
