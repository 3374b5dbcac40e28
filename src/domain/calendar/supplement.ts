import { DateTime } from 'luxon';
import type { Plan } from '../plan/plan.ts';
import { addWorkingDays } from './calendar.ts';
import { graceEndsBy } from './closing.ts';

/**
 * Until when a returned dossier may be sent again: the plan's working days for supplements, and never less than the candidate had anyway.
 * A dossier sent back after the deadline is not late.
 * @param openUntil last instant of the round, or of the time given to this candidate alone
 */
export function supplementDeadline(returnedAt: DateTime, openUntil: DateTime, plan: Plan): DateTime {
  return DateTime.max(addWorkingDays(returnedAt, plan.settings.supplementWorkingDays, plan), openUntil);
}

/**
 * The latest day of the office's choice: that of the last instant to which the round itself could still be extended, so that nobody's time
 * outlasts the round; never earlier than what the plan gives anyway.
 * @param deadline the round's own
 */
export const supplementEndsBy = (earliest: DateTime, deadline: DateTime): DateTime =>
  DateTime.max(earliest, graceEndsBy(deadline));
