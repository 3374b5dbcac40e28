import assert from 'node:assert/strict';
import { declinesAllBut, launches, opens, sends } from './support/acts.ts';
import type { Event } from './support/bot.ts';
import { type Act, openLife, play } from './support/life.ts';
import { acts2026 } from './support/year-2026.ts';

/** A season is the round of one year, from the launch to the results. */
const most = { director: 10, officeHead: 18, idle: 7 } as const;

/** Without a channel, so that the office's people have the digests themselves; an2 does nothing at all. */
const acts: readonly Act[] = [
  ['2026-09-21T09:00', ({ office }) => launches(office)],
  ['2026-10-01T09:00', ({ office }) => opens(office, 'annual-2026')],
  ['2026-10-05T10:00', ({ office }) => declinesAllBut(office, ['an', 'an2', 'thao', 'adviceHead', 'officeHead'])],
  ['2026-11-12T10:00', ({ office }) => sends(office, 'an')],
  ['2026-11-19T10:00', ({ office }) => sends(office, 'thao')],
];

const countOf = (events: readonly Event[], who: string): number => events.filter(({ to }) => to === who).length;

/** The morning of a day: from the opening of the office to nine, what the calendar brings of itself. */
function mornings(events: readonly Event[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { at, kind, to } of events) {
    if (!kind.startsWith('remind.') || at.hour >= 12 || to.startsWith('channel:')) continue;
    const key = `${at.toISODate()} ${to}`;
    found.set(key, [...(found.get(key) ?? []), kind]);
  }
  return found;
}

describe('one person, few messages', function () {
  this.timeout(60_000);
  for (const [name, season, hasChannel] of [
    ['a whole season', acts2026, true],
    ['a season of an office without a channel', acts, false],
  ] as const) {
    it(`${name}: the director, the office's head and who does nothing have no more than is allowed`, async () => {
      const life = await openLife({ now: '2026-09-21T09:00', hasChannel });
      await play(life, season, '2026-12-31T17:00');
      const { posted } = life.diary;
      const counts = {
        director: countOf(posted, 'director'),
        officeHead: countOf(posted, 'officeHead'),
        idle: countOf(posted, 'an2'),
      };
      for (const role of ['director', 'officeHead', 'idle'] as const)
        assert.ok(counts[role] <= most[role], `${role}: ${counts[role]}`);
      life.close();
    });

    it(`${name}: nobody has two reminders on one morning`, async () => {
      const life = await openLife({ now: '2026-09-21T09:00', hasChannel });
      await play(life, season, '2026-12-31T17:00');
      const twice = [...mornings(life.diary.posted)].filter(([, kinds]) => kinds.length > 1);
      assert.deepEqual(twice, []);
      life.close();
    });
  }
});
