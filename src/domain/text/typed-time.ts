import { DateTime } from 'luxon';
import { CodedError } from '../errors.ts';
import { fold, tidy } from './vietnamese.ts';

/** No date that an office writes lies outside. */
const years = { from: 1900, to: 2100 } as const;
/** Years of the Buddhist era, which some phones write, are so much ahead. */
const buddhistAhead = 543;

/** Day first, never month first: 1/12/2026, 01-12-2026, 1.12.2026. */
const dayFirst = /^(?:ngay )?(?<d>\d{1,2}) ?(?<mark>[/.-]) ?(?<m>\d{1,2}) ?\k<mark> ?(?<y>\d{4})$/;
/** As date fields send it, with or without zeros: 2026-12-01, 2026-12-1. */
const yearFirst = /^(?<y>\d{4}) ?(?<mark>[/.-]) ?(?<m>\d{1,2}) ?\k<mark> ?(?<d>\d{1,2})$/;
/** "ngày 01 tháng 12 năm 2026" */
const inWords = /^(?:ngay )?(?<d>\d{1,2}) thang (?<m>\d{1,2}),? nam (?<y>\d{4})$/;
/** What spreadsheets and some date fields put behind a day. */
const midnight = /[ t](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?am)$/;

/** Small plain letters and digits, whatever the keyboard. */
const plain = (text: string): string => fold(tidy(text).normalize('NFKC'));

interface Typed {
  readonly year: number;
  /** `yyyy-MM-dd`; undefined when there is no such day. */
  readonly day: string | undefined;
}

function read(text: string): Typed | undefined {
  const typed = plain(text).replace(midnight, '');
  const found = [dayFirst, yearFirst, inWords].map((form) => form.exec(typed)?.groups).find((groups) => groups);
  if (found === undefined) return undefined;
  const [year, month, day] = [Number(found.y), Number(found.m), Number(found.d)];
  return { year, day: DateTime.fromObject({ year, month, day }).toISODate() ?? undefined };
}

const isPlausible = ({ year }: Typed): boolean => year >= years.from && year <= years.to;

/** A date as people type it or a date field sends it → `yyyy-MM-dd`; undefined when it is none, or none that anybody can mean. */
export function knownDate(text: string): string | undefined {
  const typed = read(text);
  return typed !== undefined && isPlausible(typed) ? typed.day : undefined;
}

/**
 * The same of what somebody has just typed: undefined when it is no date.
 * @throws CodedError DATE_BUDDHIST {year, meant}, DATE_YEAR {year}: a day that there is, in a year that nobody can mean
 */
export function parseDate(text: string): string | undefined {
  const typed = read(text);
  if (typed?.day === undefined || isPlausible(typed)) return typed?.day;
  const meant = typed.year - buddhistAhead;
  if (isPlausible({ ...typed, year: meant }))
    throw new CodedError('DATE_BUDDHIST', { year: String(typed.year), meant: String(meant) });
  throw new CodedError('DATE_YEAR', { year: String(typed.year) });
}

/** 7:30, 07:30:00, 7.30, 7h30, 7h, 7 giờ 30 phút, 7g30; with AM/PM, SA/CH or sáng, trưa, chiều, tối behind. */
const time =
  /^(?<h>\d{1,2})(?: ?[:.] ?(?<m>\d{2})(?::\d{2}(?:\.\d+)?)?| ?(?:h|g|gio) ?(?:(?<n>\d{1,2}) ?(?:p|phut)?)?)?(?: ?(?<half>[ap]\.?m\.?|sa|ch|sang|trua|chieu|toi))?$/;
const isMorning = /^(?:a\.?m\.?|sa|sang)$/;

/** A time of day as people type it or a time field sends it → `HH:mm`, seconds dropped; undefined when it is none. */
export function parseTime(text: string): string | undefined {
  const typed = plain(text);
  const found = time.exec(typed)?.groups;
  // A number alone may be anything.
  if (found?.h === undefined || /^\d+$/.test(typed)) return undefined;
  const hour = hourOf(Number(found.h), found.half);
  const minute = Number(found.m ?? found.n ?? 0);
  if (hour === undefined || hour > 23 || minute > 59) return undefined;
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}

/** On the clock of 24 hours; undefined for "14 giờ sáng". */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (isMorning.test(half)) return hour > 12 ? undefined : hour % 12;
  // "11 giờ trưa" is before noon, "1 giờ trưa" after it.
  if (half === 'trua' && (hour === 11 || hour === 10)) return hour;
  return hour < 12 ? hour + 12 : hour;
}
