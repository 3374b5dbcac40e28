import { DateTime } from 'luxon';
import { CodedError } from '../errors.ts';
import { parseDate } from '../text/typed-time.ts';
import { beginning } from '../text/vietnamese.ts';
import type { Plan } from './plan.ts';

/** Number (without the symbol) and date of issue (`yyyy-MM-dd`) of the plan's document, blank in the source. */
export interface LaunchTerms {
  readonly number: string;
  readonly issuedOn: string;
}

/** No document bears the number nought: 00 is a blank that somebody filled in. */
const numberPattern = /^(?!0+[a-zA-Z]?$)\d{1,5}[a-zA-Z]?$/;

/**
 * What the office typed as the terms of a launch. A single digit gets the leading zero of official numbers.
 * @throws CodedError PLAN_NUMBER_MISSING, PLAN_NUMBER_WRONG {number, symbol}, ISSUE_DATE_MISSING, ISSUE_DATE_WRONG {date},
 * ISSUE_DATE_FUTURE {date}, ISSUE_DATE_EARLY {year}
 */
export function launchTerms(typed: LaunchTerms, plan: Plan, at: DateTime): LaunchTerms {
  const number = typed.number.trim();
  if (number === '') throw new CodedError('PLAN_NUMBER_MISSING');
  if (!numberPattern.test(number)) {
    throw new CodedError('PLAN_NUMBER_WRONG', { number: beginning(number, 40), symbol: plan.document.symbol });
  }
  const date = typed.issuedOn.trim();
  if (date === '') throw new CodedError('ISSUE_DATE_MISSING');
  const issuedOn = parseDate(date);
  if (issuedOn === undefined) throw new CodedError('ISSUE_DATE_WRONG', { date: beginning(date, 40) });
  if (issuedOn > (at.setZone(plan.zone).toISODate() ?? '')) throw new CodedError('ISSUE_DATE_FUTURE', { date });
  if (issuedOn < `${plan.period.firstYear}-01-01`) {
    throw new CodedError('ISSUE_DATE_EARLY', { year: plan.period.firstYear });
  }
  return { number: /^\d$/.test(number) ? `0${number}` : number, issuedOn };
}

/** "25/KH-DVVLKH" */
export const planNumber = (plan: Plan, number: string): string => `${number}/${plan.document.symbol}`;

const cancelWindow = { hours: 24 };

/** A launch may be taken back for 24 hours (a wrong number or date is seen at once); later the campaign is under way. */
export function cancellableUntil(launchedAt: string, plan: Plan): DateTime {
  return DateTime.fromISO(launchedAt, { zone: plan.zone }).plus(cancelWindow);
}
