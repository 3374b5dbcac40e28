import type { Texts } from '../texts/vi.ts';

/** The centre's zone has had one offset since 1975 and no summer time; the page may compute with it. */
const offset = 7 * 3_600_000;
const day = 86_400_000;

/** Fields of an instant on the centre's wall clock, read through UTC getters. */
const wall = (at: number) => new Date(at + offset);
const two = (value: number) => String(value).padStart(2, '0');

export const timeOf = (at: number) => `${two(wall(at).getUTCHours())}:${two(wall(at).getUTCMinutes())}`;
export const dateOf = (at: number) =>
  `${two(wall(at).getUTCDate())}/${two(wall(at).getUTCMonth() + 1)}/${wall(at).getUTCFullYear()}`;
export const secondsOf = (at: number) => two(wall(at).getUTCSeconds());
export const weekdayOf = (at: number, names: string[]) => names[wall(at).getUTCDay()] ?? '';
export const dayOf = (at: number) => Math.floor((at + offset) / day);
const shortDateOf = (at: number) => dateOf(at).slice(0, 5);

/** For a chat list: the time today, "yesterday", the weekday within a week, else the date. */
export function listTime(at: number, now: number, texts: Texts): string {
  const days = dayOf(now) - dayOf(at);
  if (days === 0) return timeOf(at);
  if (days === 1) return texts.yesterday;
  return days > 1 && days < 7 ? weekdayOf(at, texts.weekdaysShort) : shortDateOf(at);
}

/** For the line between days. */
export function dayHeading(at: number, now: number, texts: Texts): string {
  const days = dayOf(now) - dayOf(at);
  if (days === 0) return texts.today;
  if (days === 1) return texts.yesterday;
  return `${weekdayOf(at, texts.weekdays)}, ${dateOf(at)}`;
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** The value of an `<input type=datetime-local>`, which is also an ISO text on the centre's clock. */
export function localIso(at: number): string {
  const shown = wall(at);
  return `${pad(shown.getUTCFullYear(), 4)}-${two(shown.getUTCMonth() + 1)}-${two(shown.getUTCDate())}T${timeOf(at)}`;
}

/** 08:00 of the next Monday-to-Friday morning that is still to come; the page does not know the plan's holidays. */
export function nextMorning(now: number): string {
  let at = now;
  const isComing = () => [1, 2, 3, 4, 5].includes(wall(at).getUTCDay()) && (at !== now || timeOf(now) < '08:00');
  while (!isComing()) at += day;
  return `${localIso(at).slice(0, 10)}T08:00`;
}

/** Moments around the deadline of the year that the clock shows. */
export function momentsOf(now: number): { name: string; iso: string }[] {
  const year = wall(now).getUTCFullYear();
  return [
    { name: 'days30', iso: `${year}-10-31T08:00` },
    { name: 'days7', iso: `${year}-11-23T08:00` },
    { name: 'lastMorning', iso: `${year}-11-30T08:00` },
    { name: 'lastSeconds', iso: `${year}-11-30T23:59:50` },
    { name: 'after', iso: `${year}-12-01T00:00` },
  ];
}
