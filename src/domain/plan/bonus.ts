import type { Plan } from './plan.ts';
import { rowInForce } from './resolve-dated.ts';

/** A bonus with what it was computed from, so that the paper can say it. Money in đồng. */
export interface Bonus {
  readonly amount: number;
  readonly baseSalary: number;
  readonly tenths: number;
  readonly salarySource: string;
  readonly rateSource: string;
}

/**
 * The bonus of one Giấy khen: coefficient × base salary of the day of the decision (`yyyy-MM-dd`), rounded up.
 * Whole numbers throughout: coefficients are tenths, so nothing is ever a hundredth of a đồng off.
 * @throws CodedError NOT_IN_FORCE when the plan has no row for the day
 */
export function bonusFor(
  candidate: 'person' | 'department',
  decidedOn: string,
  bonus: Plan['settings']['bonus'],
): Bonus {
  const rate = rowInForce(bonus.rates, decidedOn);
  const salary = rowInForce(bonus.baseSalary, decidedOn);
  const tenths = candidate === 'person' ? rate.value.personTenths : rate.value.departmentTenths;
  const tenthsOfStep = rate.value.roundUpTo * 10;
  const exact = salary.value * tenths;
  const over = exact % tenthsOfStep;
  return {
    amount: (exact - over + (over > 0 ? tenthsOfStep : 0)) / 10,
    baseSalary: salary.value,
    tenths,
    salarySource: salary.source,
    rateSource: rate.source,
  };
}
