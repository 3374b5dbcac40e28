import assert from 'node:assert/strict';
import { waitUntil } from './wait-until.ts';

describe('waitUntil', () => {
  it('goes on as soon as it is so', async () => {
    let asked = 0;
    await waitUntil('it is so', async () => ++asked === 3, { everyMs: 1 });
    assert.equal(asked, 3);
  });
  it('fails when it does not become so, and tells what it waited for and what is said of it', async () => {
    const never = waitUntil('it is so', () => false, { withinMs: 20, everyMs: 5, says: () => 'one is told' });
    await assert.rejects(never, /it is so: still not so after 0\.02 s\. one is told/);
  });
});
