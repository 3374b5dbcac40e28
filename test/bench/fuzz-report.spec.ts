import assert from 'node:assert/strict';
import { type FuzzResult, isFlat, isGood, type Memory } from '../../bench/fuzz/report.ts';

const mb = 1024 * 1024;
const heaps = (...heap: readonly number[]): Memory[] =>
  heap.map((each, n) => ({ at: [1_000, 5_000, 10_000][n] ?? 0, rss: 250 * mb, heapUsed: each * mb }));
const nothing: FuzzResult = {
  options: { activities: 10_000, seed: 1, name: 'test' },
  buttons: { buttons: 1, verbs: 1 },
  statuses: {},
  faults: [],
  errors: {},
  writtenByNobody: 0,
  traces: [],
  memory: heaps(50, 60, 60),
  seconds: 1,
  crashed: false,
};

describe('what is found by activities that nobody should send', () => {
  it('is nothing when nothing was done and the heap stays', () => assert.ok(isGood(nothing)));

  const found: readonly (readonly [what: string, result: Partial<FuzzResult>])[] = [
    ['an answer that nobody should get', { faults: ['1 stranger: 500'] }],
    ['an error of its own in the log', { errors: { TypeError: 1 } }],
    ['a document written by nobody', { writtenByNobody: 1 }],
    ['a trace in the store', { traces: ['person:1'] }],
    ['the end of the bot', { crashed: true }],
    ['a heap that grows', { memory: heaps(50, 60, 65) }],
  ];
  for (const [what, result] of found) it(`is ${what}`, () => assert.ok(!isGood({ ...nothing, ...result })));

  const cases: readonly (readonly [what: string, memory: readonly Memory[], isFlat: boolean])[] = [
    ['warms up in the first half alone', heaps(50, 90, 90), true],
    ['grows by 4 MB, which are more than 5 %', heaps(50, 60, 64), true],
    ['grows by more than 4 MB and 5 %', heaps(50, 60, 64.1), false],
    ['grows by 5 %, which are more than 4 MB', heaps(50, 200, 210), true],
    ['grows by more than 5 % and 4 MB', heaps(50, 200, 210.1), false],
    ['shrinks', heaps(50, 60, 40), true],
    ['was not looked at in the end', heaps(50, 60), false],
  ];
  for (const [what, memory, expected] of cases)
    it(`a heap that ${what} is ${expected ? '' : 'not '}flat`, () =>
      assert.equal(isFlat({ options: nothing.options, memory }), expected));
});
