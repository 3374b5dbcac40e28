import { plannedWaves } from '../../domain/calendar/planned-waves.ts';
import type { RoundClock } from './round-clock.ts';

/** Whether a reminder of today is the round's last one: on the last day, or on the working day before one that is none. */
export const isLastCall = ({ daysLeft, today, plan, question }: RoundClock): boolean =>
  daysLeft === 0 || plannedWaves(plan, question.round).some((wave) => wave.isLastCall && wave.on === today);
