import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type CouncilRules,
  canBeCast,
  councilOutcome,
  hasPassed,
  hasQuorum,
  quorumOf,
  quotaCount,
  ratioHundredths,
  readVotes,
  voteBase,
  votersOn,
} from '../../../src/domain/council/council.ts';
import { isGated } from '../../../src/domain/policy/gate.ts';

const rules: CouncilRules = {
  quorum: { numerator: 2, denominator: 3 },
  passPercent: 50,
  passOf: 'total',
  ownCase: 'abstains',
};
const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `person:${i}`);
const meeting = (present: number, members: number) => ({ members: ids(members), present: ids(present) });

describe('council rules', () => {
  for (const [present, members, quorate, needed] of [
    [4, 7, false, 5],
    [5, 7, true, 5],
    [4, 6, true, 4],
    [3, 6, false, 4],
    [1, 1, true, 1],
    [0, 0, false, 0],
    [6_667, 10_000, true, 6_667],
    [6_666, 10_000, false, 6_667],
  ] as const) {
    it(`${present} of ${members} is ${quorate ? '' : 'not '}two thirds`, () => {
      assert.equal(hasQuorum(rules, meeting(present, members)), quorate);
      assert.equal(quorumOf(rules, members), needed);
    });
  }

  for (const [percent, agree, base, passed] of [
    [50, 3, 6, false],
    [50, 4, 6, true],
    [50, 4, 7, true],
    [50, 3, 7, false],
    [70, 7, 10, true],
    [70, 6, 9, false],
    [80, 4, 5, true],
    [90, 8, 9, false],
    [100, 6, 7, false],
    [100, 7, 7, true],
    [50, 0, 0, false],
    [80, 0, 0, false],
  ] as const) {
    it(`${agree} of ${base} ${passed ? 'reaches' : 'does not reach'} ${percent === 50 ? 'more than half' : `${percent} %`}`, () => {
      assert.equal(hasPassed({ ...rules, passPercent: percent }, agree, base), passed);
    });
  }

  it('measures against every member or those present, as the plan says', () => {
    assert.equal(voteBase(rules, meeting(5, 7)), 7);
    assert.equal(voteBase({ ...rules, passOf: 'present' }, meeting(5, 7)), 5);
  });

  it('takes the vote on one’s own case only from a candidate who is there as a member', () => {
    assert.equal(votersOn(rules, meeting(5, 7), 'person:2'), 4);
    assert.equal(votersOn(rules, meeting(5, 7), 'person:6'), 5);
    assert.equal(votersOn({ ...rules, ownCase: 'votes' }, meeting(5, 7), 'person:2'), 5);
  });

  for (const [typed, read] of [
    ['6', 6],
    [' 06 ', 6],
    ['0', 0],
    ['-1', undefined],
    ['2,5', undefined],
    ['2.5', undefined],
    ['', undefined],
    ['1e3', undefined],
    ['٣', undefined],
    ['999999', undefined],
  ] as const) {
    it(`reads “${typed}” as ${read === undefined ? 'no count of votes' : read}`, () =>
      assert.equal(readVotes(typed), read));
  }

  for (const [agree, base, hundredths] of [
    [6, 7, 8571],
    [2, 3, 6667],
    [1, 2, 5000],
    [7, 7, 10_000],
    [0, 0, 0],
  ] as const) {
    it(`shows ${agree} of ${base} as ${hundredths} hundredths of a percent`, () =>
      assert.equal(ratioHundredths(agree, base), hundredths));
  }

  for (const [covers, roles, gated] of [
    ['heads', ['head'], true],
    ['heads', ['director'], true],
    ['heads', ['deputy'], false],
    ['heads', ['staff', 'council'], false],
    ['headsAndDeputies', ['deputy'], true],
    ['headsAndDeputies', ['deputyDirector'], true],
    ['none', ['head', 'director'], false],
  ] as const) {
    it(`the heads' rule (${covers}) ${gated ? 'covers' : 'leaves out'} ${roles.join(', ')}`, () =>
      assert.equal(isGated(covers, roles), gated));
  }

  for (const [agree, led, outcome] of [
    [7, undefined, 'recommended'],
    [7, true, 'recommended'],
    [7, false, 'gate'],
    [3, false, 'short'],
    [3, undefined, 'short'],
  ] as const) {
    it(`${agree} of 7 with the collective led ${String(led)} is ${outcome}`, () =>
      assert.equal(councilOutcome({ rules, meeting: meeting(7, 7), agree, ledIsOutstanding: led }), outcome));
  }

  for (const [limit, of, count] of [
    [null, 60, null],
    [{ count: 5 }, 60, 5],
    [{ percent: 20, rounding: 'up' }, 61, 13],
    [{ percent: 20, rounding: 'down' }, 64, 12],
    [{ percent: 15, rounding: 'nearest' }, 10, 2],
    [{ percent: 0, rounding: 'up' }, 60, 0],
  ] as const) {
    it(`a limit of ${JSON.stringify(limit)} of ${of} is ${String(count)}`, () =>
      assert.equal(quotaCount(limit, of), count));
  }

  it('one more vote in favour never turns a pass into a failure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 100 }), fc.nat(300), fc.nat(300), (passPercent, agree, base) => {
        const some = { ...rules, passPercent };
        return !hasPassed(some, agree, base) || hasPassed(some, agree + 1, base);
      }),
    );
  });

  it('agrees with the exact fraction, and a pass is always more than half or the stated share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 51, max: 100 }),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(300),
        (passPercent, base, agree) => {
          assert.equal(
            hasPassed({ ...rules, passPercent }, agree, base),
            BigInt(agree) * 100n >= BigInt(passPercent * base),
          );
          assert.equal(hasPassed(rules, agree, base), 2 * agree > base);
        },
      ),
    );
  });

  it('has its quorum exactly from the smallest number that it names', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 200 }),
        (a, b, members) => {
          const quorum = { numerator: Math.min(a, b), denominator: Math.max(a, b) };
          const needed = quorumOf({ ...rules, quorum }, members);
          assert.ok(needed <= members);
          assert.ok(hasQuorum({ ...rules, quorum }, meeting(needed, members)));
          assert.ok(!hasQuorum({ ...rules, quorum }, meeting(needed - 1, members)));
        },
      ),
    );
  });

  it('never accepts more votes than voters', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 50 }),
        fc.integer({ min: -5, max: 50 }),
        fc.nat(40),
        (agree, disagree, voters) => {
          const can = canBeCast({ agree, disagree }, voters);
          assert.equal(can, agree >= 0 && disagree >= 0 && agree + disagree <= voters);
        },
      ),
    );
  });
});
