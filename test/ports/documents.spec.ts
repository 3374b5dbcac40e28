import assert from 'node:assert/strict';
import { create, loadMany } from '../../src/ports/documents.ts';
import { StoreError } from '../../src/ports/store.ts';
import { receiptRecord } from '../../src/records/campaign.ts';
import { aDoc } from '../support/a-doc.ts';
import { memoryStore } from '../support/memory-store.ts';
import { storeWith } from '../support/store-with.ts';

const scope = { tenant: 't', unit: 'u' };
const receipt = {
  cause: 'c',
  launch: 'l',
  person: 'p',
  department: 'd',
  at: '2026-11-02T02:00:00.000Z',
};
const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `receipt:c:${n}`);

describe('loadMany', () => {
  it('reads 250 records in three calls, in the order asked, each once', async () => {
    const store = memoryStore();
    const wanted = ids(250);
    for (let start = 0; start < 250; start += 50)
      await store.commit(
        'u',
        wanted.slice(start, start + 50).map((id) => create(receiptRecord, scope, id, { ...receipt, person: id })),
      );
    const asked: number[] = [];
    const counting = storeWith(store, {
      getMany: (unit, some) => {
        asked.push(some.length);
        return store.getMany(unit, some);
      },
    });
    const backwards = wanted.toReversed();
    const found = await loadMany(counting, 'u', receiptRecord, [...backwards, ...wanted]);
    assert.deepEqual([...found.keys()], backwards);
    assert.deepEqual(
      [...found.values()].map(({ data }) => data.person),
      backwards,
    );
    assert.deepEqual(asked, [100, 100, 50]);
  });
  it('leaves out who is not there and what is another kind of record', async () => {
    const store = memoryStore();
    await store.commit('u', [
      create(receiptRecord, scope, 'receipt:c:1', receipt),
      { op: 'create', doc: aDoc({ ...scope, id: 'receipt:c:2', type: 'note' }) },
    ]);
    assert.deepEqual([...(await loadMany(store, 'u', receiptRecord, ids(4))).keys()], ['receipt:c:1']);
    assert.deepEqual(await loadMany(store, 'u', receiptRecord, []), new Map());
  });
  it('refuses a record of a later release', async () => {
    const store = memoryStore();
    const doc = aDoc({ ...scope, id: 'receipt:c:1', type: receiptRecord.type, v: receiptRecord.v + 1 });
    await store.commit('u', [{ op: 'create', doc }]);
    await assert.rejects(
      loadMany(store, 'u', receiptRecord, ids(2)),
      (error) => error instanceof StoreError && error.code === 'TooNew' && error.id === 'receipt:c:1',
    );
  });
});
