import { DateTime } from 'luxon';
import type { WaveKind } from '../../domain/calendar/planned-waves.ts';
import type { Loaded } from '../../records/record.ts';
import type { Wave } from '../../records/round.ts';
import type { RoundClock } from './round-clock.ts';

/** The calendar's waves of these kinds that went out today. */
export const wavesToday = ({ waves, plan, today }: RoundClock, ...kinds: readonly WaveKind[]): Loaded<Wave>[] =>
  waves.filter(
    ({ data }) =>
      data.outcome === 'sent' &&
      (kinds as readonly string[]).includes(data.kind) &&
      DateTime.fromISO(data.at, { zone: plan.zone }).toFormat('yyyy-MM-dd') === today,
  );

export const hasWave = (clock: RoundClock, ...kinds: readonly WaveKind[]): boolean =>
  wavesToday(clock, ...kinds).length > 0;
