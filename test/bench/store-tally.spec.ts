import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTally } from '../../bench/turns/store-tally.ts';
import type { Doc } from '../../src/ports/store.ts';
import { memoryStore } from '../support/memory-store.ts';

const doc = (id: string): Doc => ({ unit: 'u', tenant: 't', id, type: 'thing', v: 1, rev: 1, index: {}, data: {} });

describe('the tally of a store', () => {
  it('counts calls and documents for the request that made them, and the rest apart', async () => {
    const tally = createTally();
    const store = tally.around(memoryStore());
    await store.commit('u', [{ op: 'create', doc: doc('a') }]);
    let after: Promise<unknown> | undefined;
    const server = createServer(async (_req, res) => {
      await store.commit('u', [
        { op: 'create', doc: doc('b') },
        { op: 'create', doc: doc('c') },
      ]);
      await Promise.all([
        store.get('u', 'a'),
        store.get('u', 'none'),
        store.query({ unit: 'u', type: 'thing', limit: 9 }),
      ]);
      after = once(res, 'close').then(() => store.get('u', 'a'));
      res.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`)).text();
      await after;
      const { turns, background } = tally.take();
      assert.deepEqual(turns, [{ calls: { commit: 1, get: 2, query: 1 }, read: 4, written: 2 }]);
      assert.deepEqual(background, { calls: { commit: 1, get: 1 }, read: 1, written: 1 });
      assert.deepEqual(tally.take().turns, []);
    } finally {
      server.closeAllConnections();
      server.close();
      await store.close();
    }
  });
});
