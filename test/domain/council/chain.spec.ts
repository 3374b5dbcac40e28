import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boundsOf, isWithin, type Station, type Step, steps } from '../../../src/domain/council/chain.ts';
import { isSameNumber } from '../../../src/domain/council/paper-number.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10);
/** A season as it should go: each step on its day, none before the one before it. */
const season = fc.array(fc.nat(30), { minLength: steps.length, maxLength: steps.length }).map((gaps) => {
  let days = 0;
  return steps.map((step, i): Station => {
    days += gaps[i] ?? 0;
    return { step, on: day(days) };
  });
});
const some = fc.subarray([...steps.keys()], { minLength: 1 });
const middle = fc.constantFrom<Step>(...steps.filter((step) => step !== 'opened' && step !== 'today'));

describe('the days of one chain', () => {
  it('allow every step on its own day, whatever else is known and in whatever order it is told', () => {
    fc.assert(
      fc.property(season, some, middle, (all, known, step) => {
        const on = all.find((each) => each.step === step)?.on ?? '';
        const chain = known.flatMap((i) => all[i] ?? []);
        assert.ok(isWithin(on, boundsOf(step, chain)));
        assert.ok(isWithin(on, boundsOf(step, [...chain].reverse())));
      }),
    );
  });

  it('refuse every day before what precedes a step or after what follows it, and say what that was', () => {
    fc.assert(
      fc.property(season, middle, fc.integer({ min: -40, max: 400 }), (all, step, n) => {
        const bounds = boundsOf(step, all);
        const before = all.slice(0, steps.indexOf(step));
        const after = all.slice(steps.indexOf(step) + 1);
        // The director may agree before the minutes are signed, and after.
        const apart = (other: Step): boolean => [step, other].sort().join() === 'agreed,minutes';
        const fits =
          before.every((each) => each.on <= day(n) || apart(each.step)) &&
          after.every((each) => day(n) <= each.on || apart(each.step));
        assert.equal(isWithin(day(n), bounds), fits);
        assert.ok(steps.indexOf(bounds.from.step) < steps.indexOf(step));
        assert.ok(steps.indexOf(bounds.to.step) > steps.indexOf(step));
      }),
    );
  });
});

describe('the number of a paper', () => {
  for (const [one, other, same] of [
    ['05/QĐ-DVVLKH', '5/qđ-dvvlkh', true],
    ['05 / QĐ - DVVLKH', '05/QĐ-DVVLKH', true],
    ['05/QĐ-DVVLKH', '05', true],
    ['05/QĐ-DVVLKH', '50/QĐ-DVVLKH', false],
    ['05/QĐ-DVVLKH', '05/QĐ-SNV', false],
    ['05a/QĐ', '05/QĐ', false],
    ['00', '0', true],
  ] as const) {
    it(`${one} and ${other} are ${same ? 'one' : 'two'}`, () => {
      assert.equal(isSameNumber(one, other), same);
      assert.equal(isSameNumber(other, one), same);
    });
  }
});
