import { DateTime } from 'luxon';
import { CodedError } from '../errors.ts';
import { formatDate } from '../text/format.ts';
import { parseDate, parseTime } from '../text/typed-time.ts';
import { tidy } from '../text/vietnamese.ts';

/** A call as typed; every field is a person's text. */
export interface CallDraft {
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly date: string;
  readonly time: string;
  readonly answerBy: string;
}

export interface CallTerms {
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly startsAt: DateTime;
  /** `yyyy-MM-dd`; answers are taken to the end of that day. */
  readonly answerBy: string;
}

const limits = { title: 200, text: 1_500, place: 200 } as const;

export const missingFields = (draft: CallDraft): (keyof CallDraft)[] =>
  (['title', 'text', 'place', 'date', 'time', 'answerBy'] as const).filter((field) => tidy(draft[field]) === '');

/**
 * @param draft complete, see `missingFields`
 * @throws CodedError CALL_TOO_LONG {length, max}, CALL_DATE, CALL_PAST {now}, CALL_TOO_FAR {last}, CALL_ANSWER_BY, and as `parseDate` does
 */
export function callTerms(draft: CallDraft, now: DateTime): CallTerms {
  const words = { title: tidy(draft.title), text: tidy(draft.text), place: tidy(draft.place) };
  for (const field of ['title', 'text', 'place'] as const) {
    const length = [...words[field]].length;
    if (length > limits[field]) throw new CodedError('CALL_TOO_LONG', { length, max: limits[field] });
  }
  const day = parseDate(draft.date);
  const answerBy = parseDate(draft.answerBy);
  const time = parseTime(draft.time);
  if (day === undefined || answerBy === undefined || time === undefined) throw new CodedError('CALL_DATE');
  const startsAt = DateTime.fromISO(`${day}T${time}`, { zone: now.zone });
  if (startsAt <= now) throw new CodedError('CALL_PAST', { now });
  const last = now.plus({ years: 1 }).endOf('year');
  if (startsAt > last) throw new CodedError('CALL_TOO_FAR', { last: formatDate(last) });
  const today = now.toISODate() ?? '';
  if (answerBy < today || answerBy > day) throw new CodedError('CALL_ANSWER_BY');
  return { ...words, startsAt, answerBy };
}

interface Registration {
  readonly state: 'open' | 'closed';
  readonly answerBy: string;
}

/** Whether people may still answer; if not, whether it was closed before its time (`closed`), or that is over. */
export function registrationOf({ state, answerBy }: Registration, now: DateTime): 'open' | 'closed' | 'over' {
  if (state === 'closed') return 'closed';
  return (now.toISODate() ?? '') <= answerBy ? 'open' : 'over';
}

export const takesAnswers = (call: Registration, now: DateTime): boolean => registrationOf(call, now) === 'open';

/** The first instant at which it is over. */
export const registrationEnds = ({ answerBy }: Pick<Registration, 'answerBy'>, zone: string): DateTime =>
  DateTime.fromISO(answerBy, { zone }).plus({ days: 1 });
