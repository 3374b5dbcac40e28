import assert from 'node:assert/strict';
import { isOfficeTime } from '../../../src/domain/calendar/calendar.ts';
import { round } from '../../features/reminders/a-round.ts';
import { sends } from './support/acts.ts';
import type { Event } from './support/bot.ts';
import type { Life } from './support/life.ts';
import { november } from './support/november.ts';
import { droppedTable, office3, table, written } from './support/table.ts';

/** A time to send is over: what was begun lapses, and the round is reported. */
const ends = (at: string, toChannel = at): string => `
  ${at} closing.lapsed    → thao
  ${at} closing.report    → director, ${office3}, adviceHead, insuranceHead${
    toChannel === at
      ? ', channel:office'
      : `
  ${toChannel} closing.report → channel:office`
  }
`;
/** Everyone unfinished is reminded; both heads read of their own dossier in the message with their lists. */
const reminds = (at: string): string => `
  ${at} remind.staff      → adviceHead, insuranceHead, thao
  ${at} remind.head       → adviceHead, insuranceHead
`;
/** Nobody gave an opinion on an's dossier in time: it goes on. */
const goesOn = (at: string): string => `
  ${at} review.overdue    → adviceHead
  ${at} review.opinion    → an
  ${at} intake.request    → ${office3}
`;

/** What is left of November when the bot goes on in time for 25/11. */
const fromThe25th = `
  ${reminds('27/11 08:31')}
  ${reminds('30/11 08:31')}
  30/11 15:00 remind.unsent     → thao                           # has only the sending left
  ${ends('01/12 08:31', '01/12 07:30')}
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

  /** What is told before does not count. */
  async function countFrom(at: string): Promise<void> {
    await life.until(at);
    from = life.diary.posted.length;
  }

  /** Nothing runs between the two. @returns what was told, up to `end` */
  async function standsStill(stops: string, resumes: string, end: string): Promise<string[]> {
    await life.until(stops);
    life.standStill(resumes);
    await life.until(end);
    return posted();
  }

  /** The office gives everyone more time. */
  const gives = (grace: { day: string; time: string; reason: string }) =>
    life.office.as('office').click('round.grace', { round, ...grace, seen: '0', step: 'yes' });

  const dropped = (): string[] => droppedTable(life.diary.dropped);

  it('says after ten days once what it has missed, to each in one message', async () => {
    assert.deepEqual(
      await standsStill('2026-11-13T17:00', '2026-11-23T10:15', '2026-12-01T09:00'),
      written(`
        13/11 08:31 remind.milestones → ${office3}                     # the list of 18/11, three working days before
        23/11 10:15 remind.digest     → channel:office                 # for 16/11 and this morning
        ${reminds('23/11 10:15')}
        23/11 10:15 remind.milestones → director, ${office3}           # on the day, the day after, and that it is late
        23/11 10:15 remind.leaders    → director                       # in one message
        ${goesOn('23/11 10:15')}                     # the reminder of 16/11 is worth nothing any more
        ${fromThe25th}
      `),
    );
    assert.deepEqual(dropped(), []);
  });

  it('waits for the morning when it goes on at a weekend', async () => {
    assert.deepEqual(
      await standsStill('2026-11-13T17:00', '2026-11-22T10:15', '2026-11-23T09:00'),
      written(`
        13/11 08:31 remind.milestones → ${office3}
        23/11 08:31 remind.milestones → director, ${office3}
        ${goesOn('23/11 08:31')}
        23/11 08:00 remind.digest     → channel:office
        ${reminds('23/11 08:31')}
        23/11 08:31 remind.leaders    → director
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
        13/11 08:31 remind.milestones → ${office3}
        26/11 10:00 remind.digest     → channel:office
        ${reminds('26/11 10:00')}
        26/11 10:00 remind.milestones → director, ${office3}
        26/11 10:00 remind.leaders    → director
        ${goesOn('26/11 10:00')}
      `),
    );
    assert.deepEqual(
      dropped(),
      written(`
        26/11 10:00 remind.digest expired    → channel:office
        26/11 10:00 remind.day superseded    → adviceHead, insuranceHead, thao # of another day
      `),
    );
  });

  it('over the deadline: nobody is reminded of what is over, what was not sent lapses, the round is reported once', async () => {
    await countFrom('2026-11-27T12:00');
    assert.deepEqual(
      await standsStill('2026-11-27T12:00', '2026-12-02T09:20', '2026-12-08T12:00'),
      written(`
        ${ends('02/12 09:20')}                 # an waits to be taken in
      `),
    );
  });

  it('over the deadline and on at night: people hear of it in the morning', async () => {
    await countFrom('2026-11-27T12:00');
    assert.deepEqual(
      await standsStill('2026-11-27T12:00', '2026-12-01T22:00', '2026-12-02T12:00'),
      written(`
        ${ends('02/12 08:31', '02/12 07:30')}
      `),
    );
  });

  it('over the deadline, and a grace window after it: what lapsed lives again, and the calendar goes on from there', async () => {
    await countFrom('2026-11-27T12:00');
    life.standStill('2026-12-02T09:20');
    await life.until('2026-12-02T10:00');
    await gives({ day: '04/12/2026', time: '17:00', reason: 'Mất điện toàn cơ quan ba ngày.' });
    await life.until('2026-12-08T12:00');
    assert.deepEqual(
      posted(),
      written(`
        ${ends('02/12 09:20')}
        02/12 10:00 closing.grace     → adviceHead, insuranceHead, thao
        02/12 10:00 remind.head       → adviceHead, insuranceHead      # three days before the new last day was yesterday
        02/12 10:00 remind.leaders    → director
        03/12 08:31 remind.staff      → adviceHead, insuranceHead, thao # the lists are those of yesterday
        ${reminds('04/12 08:31')}
        04/12 15:00 remind.unsent     → thao
        ${ends('07/12 08:31', '07/12 07:30')}
      `),
    );
  });

  it('until the evening of the last day: the deadline forces a last reminder, and no digest', async () => {
    await countFrom('2026-11-27T12:00');
    assert.deepEqual(
      await standsStill('2026-11-27T12:00', '2026-11-30T20:00', '2026-12-01T12:00'),
      written(`
        ${reminds('30/11 20:00')}
        ${ends('01/12 08:31', '01/12 07:30')}
      `),
    );
  });

  it('not at all, before a grace window that ends on a Sunday: the last reminders go out on Friday', async () => {
    await countFrom('2026-11-30T12:00');
    await life.until('2026-12-01T09:00');
    await gives({ day: '06/12/2026', time: '17:00', reason: 'Mất điện toàn cơ quan chiều ngày 30/11.' });
    await life.until('2026-12-08T12:00');
    assert.deepEqual(
      posted(),
      written(`
        30/11 15:00 remind.unsent     → thao
        ${ends('01/12 08:31', '01/12 07:30')}
        01/12 09:00 closing.grace     → adviceHead, insuranceHead, thao
        01/12 09:00 remind.leaders    → director
        03/12 08:31 remind.head       → adviceHead, insuranceHead      # three days before
        ${reminds('04/12 08:31')}
        04/12 15:00 remind.unsent     → thao
        ${ends('07/12 08:31', '07/12 07:30')}
      `),
    );
  });

  it('whenever it stands still, and however long: in office hours, once a day and kind, and each is told in the end', async () => {
    const stops = [
      ['2026-11-16T08:30', 240],
      ['2026-11-22T09:00', 26],
      ['2026-11-26T16:59', 26],
      ['2026-11-26T16:59', 240],
    ] as const;
    for (const [start, hours] of stops) {
      const one = await november();
      await one.until(start);
      one.standStill(one.office.now.plus({ hours }).toISO() ?? '');
      await one.until('2026-12-08T12:00');
      const where = `from ${start} for ${hours} hours`;
      assertBearable(one.diary.posted, where);
      const told = (kind: string) => one.diary.posted.filter((event) => event.told.includes(kind)).map(({ to }) => to);
      assert.deepEqual(told('closing.lapsed'), ['thao'], where);
      assert.equal(new Set(told('closing.report')).size, told('closing.report').length, where);
      for (const key of ['adviceHead', 'an', 'insuranceHead', 'thao'])
        assert.ok(
          [...told('remind.staff'), ...told('remind.head')].includes(key),
          `${key} was never reminded, ${where}`,
        );
      one.close();
    }
  });

  /** Nobody is written to at night or on a day off, nor twice a day about the same. */
  function assertBearable(events: readonly Event[], where: string): void {
    const { plan } = life.office;
    const days = events.map(({ at, kind, to }) => `${at.toISODate()} ${kind} → ${to}`);
    assert.equal(new Set(days).size, days.length, `twice a day, ${where}`);
    for (const { at, kind, to } of events) assert.ok(isOfficeTime(at, plan), `${at.toISO()} ${kind} → ${to}, ${where}`);
  }
});
