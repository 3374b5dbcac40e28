import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { inTurn } from '../../src/pipeline/in-turn.ts';

describe('inTurn', () => {
  it('lets one begin when the one before has ended, well or not; other keys do not wait', async () => {
    const said: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        said.push(`${name} begins`);
        await setImmediate();
        said.push(`${name} ends`);
        if (fails) throw new RangeError(name);
        return name;
      };
    const all = [inTurn('a', work('1', true)), inTurn('a', work('2')), inTurn('b', work('3'))];
    const ended = await Promise.allSettled(all);
    assert.deepEqual(
      ended.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))),
      ['RangeError: 1', '2', '3'],
    );
    assert.deepEqual(
      said.filter((line) => !line.startsWith('3')),
      ['1 begins', '1 ends', '2 begins', '2 ends'],
    );
    assert.ok(said.indexOf('3 begins') < said.indexOf('1 ends'));
  });
});
