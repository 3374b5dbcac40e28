import { DateTime } from 'luxon';
import { CodedError } from '../errors.ts';
import { parseDate, parseTime } from '../text/typed-time.ts';

/**
 * A dossier sent in the last second is received up to a minute later (`authenticatedInstant`) and then has to be written: nothing
 * lapses before both have had their time.
 */
const lapseMargin = { minutes: 2 } as const;

/** From when what was not sent until then may lapse. */
export const lapsesFrom = (until: DateTime): DateTime => until.plus(lapseMargin);

/** A grace window is for an outage: it is recorded in the last days or soon after, and it does not become a second round. */
const graceFrom = { days: 3 } as const;
const graceDays = 30;

/** From when the office may record a grace window. */
const graceOpensAt = (deadline: DateTime): DateTime => deadline.minus(graceFrom);
/** The latest instant at which a grace window may end, and until when a lapsed dossier is still worth asking about. */
export const graceEndsBy = (deadline: DateTime): DateTime => deadline.plus({ days: graceDays });

/**
 * What the time for more time counts from: the round's deadline, or for a round that was opened after it, its opening.
 * @param openedAt when the office opened the round
 */
export const graceCountsFrom = (deadline: DateTime, openedAt: DateTime): DateTime => DateTime.max(deadline, openedAt);

/**
 * Until when dossiers are taken of a round that is opened after its deadline.
 * @throws CodedError GRACE_UNREADABLE, GRACE_PAST {now}, LATE_TOO_FAR {at, days}
 */
export function lateUntil(typed: GraceTerms, at: DateTime): DateTime {
  const until = graceInstant(typed, at.zone);
  if (until === undefined) throw new CodedError('GRACE_UNREADABLE');
  if (until <= at) throw new CodedError('GRACE_PAST', { now: at });
  const latest = lateEndsBy(at);
  if (until > latest) throw new CodedError('LATE_TOO_FAR', { at: latest, days: graceDays });
  return until;
}
/** The latest that such a round may take dossiers. */
export const lateEndsBy = (at: DateTime): DateTime => graceEndsBy(at).endOf('day');

/** A grace window's last instant as typed. */
export interface GraceTerms {
  /** A date as people type it, or `yyyy-MM-dd`. */
  readonly day: string;
  /** A time as people type it, or `HH:mm`. */
  readonly time: string;
}

export interface GraceFacts {
  /** In the plan's zone. */
  readonly at: DateTime;
  /** The round's own deadline. */
  readonly deadline: DateTime;
  /** Last instant as it stands, an earlier grace window included. */
  readonly closesAt: DateTime;
}

/** Whether a grace window may be recorded now. @throws CodedError GRACE_TOO_EARLY {at}, GRACE_TOO_LATE {at} */
export function requireGraceTime({ at, deadline }: Pick<GraceFacts, 'at' | 'deadline'>): void {
  const opens = graceOpensAt(deadline);
  if (at < opens) throw new CodedError('GRACE_TOO_EARLY', { at: opens });
  if (at >= graceEndsBy(deadline))
    throw new CodedError('GRACE_TOO_LATE', { at: graceEndsBy(deadline), days: graceDays });
}

/** What was typed, the whole minute included; undefined when it is no day or no time. */
export function graceInstant(
  { day: typedDay, time: typedTime }: GraceTerms,
  zone: DateTime['zone'] | string,
): DateTime | undefined {
  const day = parseDate(typedDay);
  const time = parseTime(typedTime);
  if (day === undefined || time === undefined) return undefined;
  return DateTime.fromISO(`${day}T${time}`, { zone }).endOf('minute');
}

/**
 * The last instant of the grace window in the plan's zone. One that was recorded before is replaced only by a later one.
 * @throws CodedError GRACE_TOO_EARLY, GRACE_TOO_LATE, GRACE_UNREADABLE, GRACE_PAST {now}, GRACE_NOT_LATER {at}, GRACE_TOO_FAR {at, days}
 */
export function graceUntil(typed: GraceTerms, facts: GraceFacts): DateTime {
  requireGraceTime(facts);
  const until = graceInstant(typed, facts.at.zone);
  if (until === undefined) throw new CodedError('GRACE_UNREADABLE');
  if (until <= facts.at) throw new CodedError('GRACE_PAST', { now: facts.at });
  if (until <= facts.closesAt) throw new CodedError('GRACE_NOT_LATER', { at: facts.closesAt });
  const latest = graceEndsBy(facts.deadline);
  if (until > latest) throw new CodedError('GRACE_TOO_FAR', { at: latest, days: graceDays });
  return until;
}
