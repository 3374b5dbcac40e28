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
