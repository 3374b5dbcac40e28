import { CodedError } from '../errors.ts';

/** One row of a value that changes with the law; `from` is `yyyy-MM-dd` and inclusive. */
export interface DatedRow<T> {
  readonly from: string;
  readonly value: T;
  readonly source: string;
}

/**
 * The row in force on the day: the one with the latest `from` not after it. `date` is `yyyy-MM-dd`, the date of the paper made.
 * Rows are in order of `from`: `readPlan` refuses others.
 * @throws CodedError NOT_IN_FORCE {date, first} when the day is before the first row
 */
export function rowInForce<T>(rows: readonly DatedRow<T>[], date: string): DatedRow<T> {
  const row = rows.findLast((candidate) => candidate.from <= date);
  if (!row) throw new CodedError('NOT_IN_FORCE', { date, first: rows[0]?.from ?? '' });
  return row;
}

/** The value of `rowInForce`. */
export function resolveDated<T>(rows: readonly DatedRow<T>[], date: string): T {
  return rowInForce(rows, date).value;
}
