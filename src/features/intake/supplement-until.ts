import { DateTime } from 'luxon';
import { atTime } from '../../domain/calendar/calendar.ts';
import { supplementEndsBy } from '../../domain/calendar/supplement.ts';
import { formatDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { graceFacts } from '../../model/round/closing.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { PageRef } from '../../records/message.ts';
import { type IntakeDossier, openRef } from './intake-dossier.ts';

/**
 * What the plan gives, or a later day of the office's choice until the end of its hours. In the plan's zone.
 * @throws Refusal DATE_UNREADABLE, DATE_IN_PAST, UNTIL_TOO_EARLY {earliest}, UNTIL_TOO_LATE {latest}, with what was typed
 */
export function supplementUntil(
  { plan, round }: Pick<IntakeDossier, 'plan' | 'round'>,
  chosen: { at: DateTime; earliest: DateTime; form: PageRef; typed: { reason: string; until: string } },
): DateTime {
  const { at, earliest, form, typed } = chosen;
  if (typed.until.trim() === '') return earliest;
  const back = { show: form, typed };
  const day = parseDate(typed.until);
  if (day === undefined) throw new Refusal('DATE_UNREADABLE', back);
  const until = atTime(DateTime.fromISO(day, { zone: plan.zone }), plan.calendar.officeHours.to);
  if (until <= at) throw new Refusal('DATE_IN_PAST', back);
  if (until.hasSame(earliest, 'day')) return earliest;
  if (until < earliest) throw new Refusal('UNTIL_TOO_EARLY', { ...back, facts: { earliest } });
  const latest = supplementEndsBy(earliest, graceFacts({ round, plan }, at).deadline);
  if (until > latest) throw new Refusal('UNTIL_TOO_LATE', { ...back, facts: { latest: formatDate(latest) } });
  return until;
}

/** The dossier again, and until when the candidate may complete it. @param until as recorded */
export const openAgainUntil = (
  { nomination, plan }: IntakeDossier,
  until: string,
  remark: 'intake.returned' | 'intake.reopened',
): Answer => show(openRef(nomination.id), good(remark, { until: DateTime.fromISO(until, { zone: plan.zone }) }));
