import { DateTime } from 'luxon';
import { parseDate } from '../text/typed-time.ts';
import { fold, tidy } from '../text/vietnamese.ts';
import { type Attendance, presenceOn } from './presence.ts';

/** First and last day of a leave, `yyyy-MM-dd`; without a last day it is open. */
export interface Leave {
  readonly from: string;
  readonly to: string | null;
}

/** Who says it, what, and for a whole year: the office keeps longer ones in the roster. */
const said = /^(?:(?:toi|em|minh) )?(?:(?:xin |xin phep )?nghi(?: phep| om| che do)?|(?:i am |i'm )?on leave)(?= )/;
const dated =
  '(?:ngay )?(\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?|hom nay|mai|ngay mai|today|tomorrow)';
const period = new RegExp(`^(?:(?:tu|from) )?${dated}(?: ?(?:den|toi|-|–|to|until) (?:het )?${dated})?$`);
const until = new RegExp(`^(?:den|toi|until|to) (?:het )?${dated}$`);

const longest = { days: 366 };
/** So far ahead, or behind, as anybody means by a day without a year. */
const behind = { days: 60 };

/**
 * "tôi nghỉ từ 20/11 đến 05/12", "nghỉ phép đến 05/12/2026": the days as they were typed; undefined for a text that says nothing of the kind.
 * @param words what follows the command's words, or the whole message
 */
export function leaveIn(words: string): { from: string; to: string } | undefined {
  const text = fold(tidy(words)).replace(/[.!]+$/, '');
  const rest = text.replace(said, '').trim();
  const [, from = '', to = ''] = period.exec(rest) ?? [];
  if (from !== '') return { from, to: to === '' && isOneDay(rest) ? from : to };
  const [, last] = until.exec(rest) ?? [];
  return last === undefined ? undefined : { from: '', to: last };
}

/** "nghỉ ngày 20/11" is that day; "nghỉ từ 20/11", and "nghỉ hôm nay" of somebody who has fallen ill, is the first of some. */
const isOneDay = (rest: string): boolean => /^(?:ngay )?\d/.test(rest);

/** Whether a message is about one's own leave, and not only begins like it. */
export const saysLeave = (text: string): boolean => said.test(fold(tidy(text))) && leaveIn(text) !== undefined;

/**
 * A day with or without its year: the nearest that is not long past. @param near first day that it may mean
 * @throws CodedError DATE_YEAR, DATE_BUDDHIST
 */
function leaveDay(typed: string, near: string): string | undefined {
  const text = fold(tidy(typed));
  const day = DateTime.fromISO(near, { zone: 'utc' });
  if (/^(?:hom nay|today)$/.test(text)) return near;
  if (/^(?:ngay )?(?:mai|tomorrow)$/.test(text)) return day.plus({ days: 1 }).toISODate() ?? undefined;
  const short = /^(\d{1,2}) ?[/.-] ?(\d{1,2})$/.exec(text);
  if (short === null) return parseDate(typed);
  const first = day.minus(behind);
  const meant = [first.year, first.year + 1]
    .map((year) => DateTime.fromObject({ year, month: Number(short[2]), day: Number(short[1]) }, { zone: 'utc' }))
    .find((one) => one.isValid && one >= first);
  return meant?.toISODate() ?? undefined;
}

/**
 * What was typed as a leave, or what stands against it, the key of a sentence.
 * @param today `yyyy-MM-dd`. @throws CodedError DATE_YEAR, DATE_BUDDHIST
 */
export function readLeave(
  typed: { readonly from: string; readonly to: string },
  { today, known }: { readonly today: string; readonly known: Attendance },
): { leave: Leave } | { problem: string } {
  const from = typed.from.trim() === '' ? today : leaveDay(typed.from, today);
  const to = typed.to.trim() === '' ? null : leaveDay(typed.to, from ?? today);
  const isEmpty = typed.from.trim() === '' && typed.to.trim() === '';
  if (isEmpty || from === undefined || to === undefined) return { problem: 'LEAVE_DATES' };
  if (to !== null && to < from) return { problem: 'LEAVE_ORDER' };
  if (to !== null && to < today) return { problem: 'LEAVE_PAST' };
  const [first, last] = [from, to ?? from].map((day) => DateTime.fromISO(day, { zone: 'utc' }));
  const now = DateTime.fromISO(today, { zone: 'utc' });
  if (first === undefined || last === undefined || last > first.plus(longest) || first > now.plus(longest))
    return { problem: 'LEAVE_LONG' };
  // One is kept at a time: another one to come would lose the one that is.
  if (presenceOn(known, today) === 'onLeave' && from > today) return { problem: 'LEAVE_SECOND' };
  return { leave: { from, to } };
}

/** The leave that a person has, now or to come; undefined when there is none, or it is over. */
export function leaveOf(person: Attendance, today: string): Leave | undefined {
  const { status, statusFrom, statusTo } = person;
  if (status !== 'onLeave' || (statusTo !== null && statusTo < today)) return undefined;
  return { from: statusFrom ?? today, to: statusTo };
}
