import { DateTime } from 'luxon';
import type { Facts } from '../../domain/errors.ts';
import { formatDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';

const numberLimit = 60;
const reasonLimit = 1_000;

/** Number and date of a paper that somebody signed, or the code of what is wrong with them. */
export function readPaper(
  typed: { number: string; issuedOn: string },
  of: { openedAt: string; at: DateTime; zone: string },
): { number: string; issuedOn: string } | { code: string; facts: Facts } {
  const number = tidy(typed.number);
  if (number === '') return { code: 'DECIDE_NUMBER', facts: {} };
  if (number.length > numberLimit) return { code: 'TOO_LONG', facts: { count: number.length, max: numberLimit } };
  const issuedOn = parseDate(typed.issuedOn);
  const opened = DateTime.fromISO(of.openedAt, { zone: of.zone });
  const today = of.at.setZone(of.zone);
  if (issuedOn === undefined || issuedOn > today.toFormat('yyyy-MM-dd') || issuedOn < opened.toFormat('yyyy-MM-dd')) {
    return { code: 'DECIDE_DATE', facts: { from: formatDate(opened), to: formatDate(today) } };
  }
  return { number, issuedOn };
}

/** What a person concerned will read. */
export function readReason(typed: string): { reason: string } | { code: string; facts: Facts } {
  const reason = tidy(typed);
  if (reason === '') return { code: 'DECIDE_REASON', facts: {} };
  return reason.length > reasonLimit
    ? { code: 'TOO_LONG', facts: { count: reason.length, max: reasonLimit } }
    : { reason };
}
