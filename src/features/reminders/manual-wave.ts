import { DateTime } from 'luxon';
import type { z } from 'zod';
import { type PlannedWave, plannedWaves } from '../../domain/calendar/planned-waves.ts';
import type { remindedAudience } from './refs.ts';
import type { RoundClock } from './round-clock.ts';

export type RemindedAudience = z.infer<typeof remindedAudience>;

/** The calendar's kind for the same people. */
export const kindFor = { staff: 'staff', heads: 'head' } as const;

/** One reminder by hand a day and audience: the id says so. */
export const manualWaveId = ({ round, today }: RoundClock, audience: RemindedAudience): string =>
  `wave:${round.data.round}:manual-${kindFor[audience]}:${today}`;

/** When these people were last reminded, by the calendar or by hand. In the plan's zone. */
export function lastReminder(clock: RoundClock, audience: RemindedAudience): DateTime | undefined {
  const kind = kindFor[audience];
  const sent = clock.waves
    .filter(({ data }) => data.outcome === 'sent' && (data.kind === kind || data.kind === `manual-${kind}`))
    .map(({ data }) => data.at)
    .sort()
    .at(-1);
  return sent === undefined ? undefined : DateTime.fromISO(sent, { zone: clock.plan.zone });
}

/** The calendar's next reminder to these people. */
export const nextReminder = (clock: RoundClock, audience: RemindedAudience): PlannedWave | undefined =>
  plannedWaves(clock.plan, clock.question.round).find((wave) => wave.kind === kindFor[audience] && wave.at > clock.now);
