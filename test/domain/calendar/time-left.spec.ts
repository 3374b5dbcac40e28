import assert from 'node:assert/strict';
import { minutesLeft } from '../../../src/domain/calendar/time-left.ts';

const minute = 60_000;

describe('minutesLeft', () => {
  it('goes by the rate so far', () => {
    assert.equal(minutesLeft({ remaining: 24_000, done: 2_000, elapsedMs: minute }), 12);
  });
  it('rounds up', () => {
    assert.equal(minutesLeft({ remaining: 1, done: 2_000, elapsedMs: minute }), 1);
    assert.equal(minutesLeft({ remaining: 2_001, done: 2_000, elapsedMs: minute }), 2);
  });
  it('takes the usual rate while too little was sent to tell, and after a day', () => {
    assert.equal(minutesLeft({ remaining: 100_000, done: 199, elapsedMs: 1 }), 38);
    assert.equal(minutesLeft({ remaining: 100_000, done: 0, elapsedMs: 0 }), 38);
    assert.equal(minutesLeft({ remaining: 10, done: 90_000, elapsedMs: 49 * 60 * minute }), 1);
  });
  it('is nothing when nothing is left', () => {
    assert.equal(minutesLeft({ remaining: 0, done: 100_000, elapsedMs: minute }), 0);
  });
});
