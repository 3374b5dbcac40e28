import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodedError } from '../../../src/domain/errors.ts';
import { bonusFor } from '../../../src/domain/plan/bonus.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';

const { bonus } = khanhHoaPlan.settings;

describe('bonusFor', () => {
  for (const [decidedOn, person, department] of [
    ['2023-06-30', 450_000, 900_000],
    ['2023-07-01', 540_000, 1_080_000],
    ['2023-12-20', 540_000, 1_080_000],
    ['2024-06-30', 540_000, 1_080_000],
    ['2024-07-01', 710_000, 1_410_000],
    ['2025-12-20', 710_000, 1_410_000],
    ['2026-06-30', 710_000, 1_410_000],
    ['2026-07-01', 760_000, 1_520_000],
    ['2026-12-20', 760_000, 1_520_000],
  ] as const) {
    it(`is ${person} and ${department} on ${decidedOn}`, () => {
      assert.equal(bonusFor('person', decidedOn, bonus).amount, person);
      assert.equal(bonusFor('department', decidedOn, bonus).amount, department);
    });
  }

  it('says what it was computed from', () => {
    assert.deepEqual(bonusFor('person', '2026-12-20', bonus), {
      amount: 760_000,
      baseSalary: 2_530_000,
      tenths: 3,
      salarySource: 'Nghị định số 161/2026/NĐ-CP',
      rateSource: 'Nghị định số 152/2025/NĐ-CP, Điều 54 (cách tính theo Điều 53)',
    });
  });

  it('refuses a day for which the plan knows no salary', () => {
    assert.throws(
      () => bonusFor('person', '2010-01-01', bonus),
      (error) => error instanceof CodedError && error.code === 'NOT_IN_FORCE',
    );
  });

  it('rounds up to the next step, never by a whole step', () => {
    const amounts = fc.record({
      salary: fc.integer({ min: 1, max: 100_000_000 }),
      tenths: fc.integer({ min: 0, max: 100 }),
      roundUpTo: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(amounts, ({ salary, tenths, roundUpTo }) => {
        const { amount } = bonusFor('person', '2026-12-20', {
          rates: [{ from: '2020-01-01', value: { personTenths: tenths, departmentTenths: 0, roundUpTo }, source: 's' }],
          baseSalary: [{ from: '2020-01-01', value: salary, source: 's' }],
        });
        assert.equal(amount % roundUpTo, 0);
        assert.ok(amount * 10 >= salary * tenths);
        assert.ok((amount - roundUpTo) * 10 < salary * tenths || amount === 0);
      }),
    );
  });
});
