import assert from 'node:assert/strict';
import { sends } from './support/acts.ts';
import type { Life } from './support/life.ts';
import { november } from './support/november.ts';
import { droppedTable, table, written } from './support/table.ts';

const office3 = 'officeHead, office, secretary';

/** What is left of November when the bot goes on in time for 25/11. */
const fromThe25th = `
  25/11 08:00 remind.digest     → channel:office
  26/11 08:00 remind.digest     → channel:office
  27/11 08:00 remind.digest     → channel:office
  27/11 08:30 remind.staff      → adviceHead, insuranceHead, thao
  27/11 08:30 remind.head       → adviceHead, insuranceHead
  30/11 08:00 remind.digest     → channel:office
  30/11 08:30 remind.staff      → adviceHead, insuranceHead, thao
  30/11 08:30 remind.head       → adviceHead, insuranceHead
  01/12 07:30 closing.lapsed    → thao
  01/12 07:30 closing.report    → ${office3}, adviceHead, insuranceHead, channel:office
`;

describe('a bot that stood still', function () {
  this.timeout(60_000);
  let life: Life;
  let from: number;
  beforeEach(async () => {
    life = await november();
    await life.until('2026-11-12T10:00');
    await sends(life.office, 'an');
    await life.work();
    from = life.diary.posted.length;
  });
  afterEach(() => life.close());
  const posted = (): string[] => table(life.diary.posted.slice(from));
  const dropped = (): string[] => droppedTable(life.diary.dropped);

  it('says after ten days once what it has missed, to each in one message of a kind', async () => {
    await life.until('2026-11-13T17:00');
    life.standStill('2026-11-23T10:15');
    await life.until('2026-12-01T08:00');
    assert.deepEqual(
      posted(),
      written(`
        13/11 08:30 remind.milestones → ${office3}                     # the list of 18/11, three working days before
        23/11 10:15 remind.digest     → channel:office                 # for 16/11 and this morning
        23/11 10:15 remind.staff      → adviceHead, insuranceHead, thao
        23/11 10:15 remind.head       → adviceHead, insuranceHead
        23/11 10:15 remind.milestones → director, ${office3}           # on the day, the day after, and the leaders
        23/11 10:15 review.overdue    → adviceHead                     # the reminder of 16/11 is worth nothing any more
        23/11 10:15 review.opinion    → an
        23/11 10:15 intake.request    → ${office3}
        ${fromThe25th}
      `),
    );
    assert.deepEqual(dropped(), []);
  });

  it('waits for the morning when it goes on at a weekend', async () => {
    await life.until('2026-11-13T17:00');
    life.standStill('2026-11-22T10:15');
    await life.until('2026-11-23T09:00');
    const reminders = posted().filter((line) => line.includes('remind.'));
    assert.deepEqual(
      reminders,
      written(`
        13/11 08:30 remind.milestones → ${office3}
        23/11 07:30 remind.milestones → director, ${office3}
        23/11 08:00 remind.digest     → channel:office
        23/11 08:30 remind.staff      → adviceHead, insuranceHead, thao
        23/11 08:30 remind.head       → adviceHead, insuranceHead
      `),
    );
  });

  it('lets die what was owed and not sent, and reminds of the next date instead', async () => {
    await life.until('2026-11-16T07:00');
    await life.restart({ isMute: true });
    await life.until('2026-11-16T12:00');
    life.standStill('2026-11-26T10:00');
    await life.restart();
    await life.until('2026-11-26T12:00');
    assert.deepEqual(
      posted(),
      written(`
        13/11 08:30 remind.milestones → ${office3}
        26/11 10:00 remind.digest     → channel:office
        26/11 10:00 remind.staff      → adviceHead, insuranceHead, thao
        26/11 10:00 remind.head       → adviceHead, insuranceHead
        26/11 10:00 remind.milestones → director, ${office3}
        26/11 10:00 review.overdue    → adviceHead
        26/11 10:00 review.opinion    → an
        26/11 10:00 intake.request    → ${office3}
      `),
    );
    assert.deepEqual(
      dropped(),
      written(`
        26/11 10:00 remind.digest expired    → channel:office
        26/11 10:00 remind.head expired      → adviceHead, insuranceHead
        26/11 10:00 remind.staff expired     → adviceHead, insuranceHead, thao
        26/11 10:00 review.dueSoon expired   → adviceHead
      `),
    );
  });

  it('over the deadline: nobody is reminded of what is over, what was not sent lapses, the round is reported once', async () => {
    await life.until('2026-11-27T12:00');
    from = life.diary.posted.length;
    life.standStill('2026-12-02T09:20');
    await life.until('2026-12-08T12:00');
    assert.deepEqual(
      posted(),
      written(`
        02/12 09:20 closing.lapsed    → thao
        02/12 09:20 closing.report    → ${office3}, adviceHead, insuranceHead, channel:office
        07/12 08:00 remind.digest     → channel:office                 # an waits to be taken in
      `),
    );
  });

  it('over the deadline and on at night: people hear of it in the morning', async () => {
    await life.until('2026-11-27T12:00');
    from = life.diary.posted.length;
    life.standStill('2026-12-01T22:00');
    await life.until('2026-12-02T12:00');
    assert.deepEqual(
      posted(),
      written(`
        02/12 07:30 closing.lapsed    → thao
        02/12 07:30 closing.report    → ${office3}, adviceHead, insuranceHead, channel:office
      `),
    );
  });
});
