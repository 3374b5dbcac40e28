import assert from 'node:assert/strict';
import { outcomesOf, type PersonsCase, rateOf } from '../../bench/fanout/figures.ts';
import { readFanoutOptions } from '../../bench/fanout/options.ts';
import { killPoints } from '../../bench/fanout/trouble.ts';
import { createTurnTally, percentile } from '../../bench/fanout/turn-tally.ts';
import { dice } from '../../sandbox/dice.ts';

type State = NonNullable<PersonsCase['delivery']>['state'];
const told = (received: number, state?: State, doubtful = false): PersonsCase => ({
  received,
  delivery: state === undefined ? undefined : { state, doubtful, answeredAt: null },
});

describe('the figures of a launch', () => {
  it('nobody is lost who got it, or whom the office is told of', () => {
    const cases = [told(1, 'sent'), told(0, 'unreachable'), told(0, 'refused'), told(0, 'ambiguous', true)];
    const { people, delivered, lost, listed, ambiguous, ambiguousWithout } = outcomesOf(cases);
    assert.deepEqual({ people, delivered, lost, listed }, { people: 4, delivered: 1, lost: 0, listed: 2 });
    assert.deepEqual({ ambiguous, ambiguousWithout }, { ambiguous: 1, ambiguousWithout: 1 });
  });

  const lost: readonly (readonly [what: string, one: PersonsCase])[] = [
    ['was never owed it', told(0)],
    ['is said to have it and has not', told(0, 'sent')],
    ['is still waiting', told(0, 'pending')],
    ['was left in flight', told(0, 'sending')],
    ['was passed over', told(0, 'superseded')],
  ];
  for (const [what, one] of lost) it(`is lost who ${what}`, () => assert.equal(outcomesOf([one]).lost, 1));

  it('a second copy is unmarked unless the delivery says that its outcome was once unknown', () => {
    const cases = [told(2, 'sent', true), told(3, 'ambiguous', true), told(2, 'sent'), told(1, 'sent', true)];
    const { duplicated, unmarked, mostCopies, marked } = outcomesOf(cases);
    assert.deepEqual(
      { duplicated, unmarked, mostCopies, marked },
      { duplicated: 3, unmarked: 1, mostCopies: 3, marked: 3 },
    );
  });

  it('the rate is a share of what the limit leaves after all else', () => {
    const { perSecond, leftPerSecond, share } = rateOf({ sent: 451, others: 40, seconds: 10, requests: 491 }, 50);
    assert.deepEqual([perSecond, leftPerSecond], [45, 46]);
    assert.ok(Math.abs(share - 45 / 46) < 1e-9);
    assert.equal(rateOf({ sent: 1, others: 0, seconds: 0, requests: 1 }, 50).share, 0);
  });

  it('percentiles are values that were measured', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    assert.deepEqual([percentile(hundred, 50), percentile(hundred, 99), percentile(hundred, 100)], [50, 99, 100]);
    assert.equal(percentile([], 99), 0);
  });

  it('turns that nobody answered are counted apart and take no part in the times', () => {
    const tally = createTurnTally();
    for (const ms of [10, 30]) tally.note('kế hoạch', { kind: 'answered', ms, messageId: '1', card: undefined });
    tally.note('kế hoạch', { kind: 'down' });
    tally.note('assess.save', { kind: 'refused', words: 'không còn nút này' });
    const { answered, down, refused, p99Ms, byKind, refusals } = tally.figures();
    assert.deepEqual([answered, down, refused, p99Ms], [2, 1, 1, 30]);
    assert.deepEqual(byKind, { 'kế hoạch': { count: 2, p50Ms: 10, p99Ms: 30 } });
    assert.deepEqual(refusals, ['assess.save: không còn nút này']);
  });

  it('kills fall between the first and the last message, in order, the same for the same seed', () => {
    const points = killPoints(200, 50, dice(7));
    assert.deepEqual(points, killPoints(200, 50, dice(7)));
    assert.deepEqual(
      points,
      [...points].sort((a, b) => a - b),
    );
    assert.ok(points.every((point) => point >= 1 && point < 49));
  });

  it('reads its options, names the run, and refuses nonsense', () => {
    const { people, faults, name } = readFanoutOptions(['--people', '300', '--faults', '5']);
    assert.deepEqual([people, faults, name], [300, 5, '300-faults5']);
    assert.equal(readFanoutOptions([]).name, '10000-clean');
    assert.throws(() => readFanoutOptions(['--people', 'many']), RangeError);
    assert.throws(() => readFanoutOptions(['--pepole', '3']), TypeError);
  });
});
