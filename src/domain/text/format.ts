import { DateTime } from 'luxon';

/** `30/11/2026` */
export function formatDate(date: DateTime): string {
  return date.toFormat('dd/MM/yyyy');
}

/** `yyyy-MM-dd` → `30/11/2026` */
export function formatIsoDate(isoDate: string): string {
  return formatDate(DateTime.fromISO(isoDate));
}

/** A size as people read it: `600 B`, `1,5 KB`, `12 MB`; never rounded up to what it is not. */
export function formatBytes(bytes: number, locale: string): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  // By what is shown: 1.023,99 KB would be written as 1.024 KB.
  for (; Math.round(size * 10) / 10 >= 1024 && unit < units.length - 1; unit++) size /= 1024;
  const digits = size < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(size)} ${units[unit]}`;
}

/** Counts in papers have two digits at least: 2 → `02`, 105 → `105`. */
export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
