import assert from 'node:assert/strict';
import { drive } from '../../bench/turns/load.ts';
import { readTurnsOptions } from '../../bench/turns/options.ts';

describe('a load of turns', () => {
  it('keeps so many in flight, and ends after so many', async () => {
    let underWay = 0;
    let most = 0;
    const times = await drive({ load: { name: '4', inFlight: 4 }, seconds: 60, mostTurns: 40 }, async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    });
    assert.deepEqual([times.turns, times.took.length, most], [40, 40, 4]);
  });
  it('begins so many a second, whether or not those before have ended', async () => {
    const waiting: (() => void)[] = [];
    const numbers: number[] = [];
    const done = drive({ load: { name: '1000/s', perSecond: 1_000 }, seconds: 60, mostTurns: 5 }, async (i) => {
      numbers.push(i);
      const ended = new Promise<void>((resolve) => waiting.push(resolve));
      if (waiting.length === 5) for (const end of waiting) end();
      await ended;
    });
    assert.equal((await done).turns, 5);
    assert.deepEqual(numbers, [0, 1, 2, 3, 4]);
  });
  it('counts what failed by its reason, and not among the times', async () => {
    const times = await drive({ load: { name: '1', inFlight: 1 }, seconds: 60, mostTurns: 4 }, async (i) => {
      if (i % 2 === 1) throw new Error('CONFLICT');
    });
    assert.deepEqual([times.turns, times.took.length, times.failed], [2, 2, { CONFLICT: 2 }]);
  });
  it('is chosen by name', () => {
    const { loads, targets } = readTurnsOptions(['--loads', '8,50/s', '--targets', 'ours,echo']);
    assert.deepEqual(
      loads.map(({ name }) => name),
      ['8', '50/s'],
    );
    assert.deepEqual(targets, ['ours', 'echo']);
    assert.throws(() => readTurnsOptions(['--loads', '9']), /--loads: got 9; there are 1, 8, 32, 50\/s/);
    assert.throws(() => readTurnsOptions(['--people', '1']), /--people: got 1/);
  });
});
