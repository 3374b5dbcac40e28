import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { movableClock } from '../../sandbox/clock.ts';

describe('the movable clock', () => {
  it('ticks, jumps in its zone and tells of jumps', () => {
    const clock = movableClock('2026-10-26T08:00');
    const told: string[] = [];
    const stop = clock.onMove((now) => told.push(now.toFormat('dd/MM HH:mm')));
    assert.equal(clock.now().toFormat('dd/MM/yyyy HH:mm ZZ'), '26/10/2026 08:00 +07:00');
    clock.set('2026-11-30T23:59:50');
    clock.advance({ seconds: 15 });
    stop();
    clock.advance({ days: -1 });
    assert.deepEqual(told, ['30/11 23:59', '01/12 00:00']);
    assert.equal(clock.now().toFormat('dd/MM HH:mm'), '30/11 00:00');
    assert.throws(() => clock.set('tomorrow'), RangeError);
  });
});
