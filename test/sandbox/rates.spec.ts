import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createRates } from '../../sandbox/server/rates.ts';

describe('the rate tables', () => {
  function at() {
    let milliseconds = 0;
    const rates = createRates(() => milliseconds);
    return {
      rates,
      to(value: number) {
        milliseconds = value;
      },
    };
  }

  it('allows 7 in one second, 8 in two, 60 in thirty per conversation', () => {
    const { rates, to } = at();
    let accepted = 0;
    for (let tenth = 0; tenth < 300; tenth += 1) {
      to(tenth * 100);
      if (rates.take('send', 'a', 'accepted') === 0) accepted += 1;
      if (tenth === 9) assert.equal(accepted, 7);
      if (tenth === 19) assert.equal(accepted, 8);
    }
    assert.equal(accepted, 60);
    assert.equal(rates.take('send', 'b', 'accepted'), 0, 'another conversation is not concerned');
    assert.equal(rates.take('members', 'a', 'accepted'), 0, 'nor is another row of the table');
  });

  it('allows 50 a second for the tenant, over any length of time', () => {
    const { rates, to } = at();
    let accepted = 0;
    for (let i = 0; i < 10_000; i += 1) {
      to(i);
      if (rates.take('send', `chat ${i}`, 'accepted') === 0) accepted += 1;
    }
    assert.ok(accepted >= 545 && accepted <= 550, `${accepted} in 10 s: one second's worth at once, then 50 a second`);
  });

  it('never refuses a sender that keeps one fiftieth of a second', () => {
    const { rates, to } = at();
    for (let i = 0; i < 5_000; i += 1) {
      // Late by up to 80 ms, as after a pause of the machine.
      to(Math.max(i * 20.2, Math.floor(i / 4) * 4 * 20.2 + 80));
      assert.equal(rates.take('send', `chat ${i}`, 'accepted'), 0);
    }
  });
});
