import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { commit } from '../../src/ports/commit.ts';
import { create, list, load, replace } from '../../src/ports/documents.ts';
import { StoreError } from '../../src/ports/store.ts';
import { auditRecord } from '../../src/records/audit.ts';
import { receiptRecord } from '../../src/records/campaign.ts';
import { flakyStore } from '../support/flaky-store.ts';
import { memoryStore } from '../support/memory-store.ts';

const scope = { tenant: 't', unit: 'u' };
const at = DateTime.fromISO('2026-11-02T09:00:00', { zone: 'Asia/Ho_Chi_Minh' });
const receipt = { cause: 'c', launch: 'l', person: 'p', department: 'd', at: '2026-11-02T02:00:00.000Z' };
const request = (store: ReturnType<typeof memoryStore>) => ({
  store,
  scope,
  at,
  actor: 'person:a',
  command: 'announce.acknowledge',
  subject: 'receipt:c:p',
  changes: [create(receiptRecord, scope, 'receipt:c:p', receipt)],
});
const audits = async (store: ReturnType<typeof memoryStore>) =>
  (await list(store, { unit: 'u', type: auditRecord })).map((a) => a.data);

describe('commit', () => {
  it('writes state and audit together, ids and never names', async () => {
    const store = memoryStore();
    await commit(request(store));
    assert.deepEqual(await audits(store), [
      {
        at: '2026-11-02T02:00:00.000Z',
        actor: 'person:a',
        command: 'announce.acknowledge',
        subject: 'receipt:c:p',
        facts: {},
      },
    ]);
  });
  it('a refused change leaves no audit', async () => {
    const store = memoryStore();
    await commit(request(store));
    await assert.rejects(commit(request(store)), (e) => e instanceof StoreError && e.code === 'Duplicate');
    assert.equal((await audits(store)).length, 1);
  });
  it('outcome unknown but done: is taken as done, once', async () => {
    const store = memoryStore();
    await commit(request(flakyStore(store, { failAfterCommit: 1 })));
    assert.equal((await audits(store)).length, 1);
    assert.equal((await load(store, 'u', receiptRecord, 'receipt:c:p'))?.rev, 1);
  });
  it('outcome unknown and not done: is tried once more', async () => {
    const store = memoryStore();
    await commit(request(flakyStore(store, { failBeforeCommit: 1 })));
    assert.equal((await audits(store)).length, 1);
  });
  it('a replace on what another has replaced is a conflict', async () => {
    const store = memoryStore();
    await commit(request(store));
    const first = await load(store, 'u', receiptRecord, 'receipt:c:p');
    assert.ok(first);
    await store.commit('u', [replace(receiptRecord, first, { ...receipt, person: 'q' })]);
    await assert.rejects(
      store.commit('u', [replace(receiptRecord, first, receipt)]),
      (e) => e instanceof StoreError && e.code === 'Conflict',
    );
  });
});
