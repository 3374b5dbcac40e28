import { DateTime } from 'luxon';
import type { Plan } from '../plan/plan.ts';
import { addWorkingDays } from './calendar.ts';

/**
 * Until when a returned dossier may be sent again: the plan's working days for supplements, and never less than the round itself allows.
 * A dossier sent back after the deadline is not late.
 */
export function supplementDeadline(returnedAt: DateTime, roundClosesAt: DateTime, plan: Plan): DateTime {
  return DateTime.max(addWorkingDays(returnedAt, plan.settings.supplementWorkingDays, plan), roundClosesAt);
}
