import { DateTime } from 'luxon';

/** `30/11/2026` */
export function formatDate(date: DateTime): string {
  return date.toFormat('dd/MM/yyyy');
}

/** `yyyy-MM-dd` → `30/11/2026` */
export function formatIsoDate(isoDate: string): string {
  return formatDate(DateTime.fromISO(isoDate));
}

/** `23:59 30/11/2026` */
export function formatInstant(at: DateTime): string {
  return at.toFormat('HH:mm dd/MM/yyyy');
}

/** Thousands with dots: 760000 → `760.000`; the currency is in the locale files. */
export function formatAmount(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Counts in papers have two digits at least: 2 → `02`, 105 → `105`. */
export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

/**
 * A date as people type it (1/12/2026, 01-12-2026, 1.12.2026: day first, never month first) or as a date field sends it
 * (2026-12-01) → `yyyy-MM-dd`; undefined when it is none or does not exist.
 */
export function parseDate(text: string): string | undefined {
  const typed = /^(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})$/.exec(text.trim());
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : undefined;
  const date = typed
    ? DateTime.fromObject({ day: Number(typed[1]), month: Number(typed[3]), year: Number(typed[4]) })
    : DateTime.fromISO(iso ?? '');
  return date.toISODate() ?? undefined;
}
