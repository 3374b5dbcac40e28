import assert from 'node:assert/strict';
import { meteredMessenger } from '../../../src/adapters/metrics/metered-messenger.ts';
import { meteredStore } from '../../../src/adapters/metrics/metered-store.ts';
import { createMetrics } from '../../../src/adapters/metrics/metrics.ts';
import type { PostOutcome } from '../../../src/ports/messenger.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { aDoc } from '../../support/a-doc.ts';
import { fakeMessenger } from '../../support/fake-messenger.ts';
import { memoryStore } from '../../support/memory-store.ts';

describe('a metered store', () => {
  it('answers as the store does, and counts calls and refusals by code', async () => {
    const metrics = createMetrics();
    const store = meteredStore(memoryStore(), metrics);
    const doc = aDoc({ id: 'a' });
    await store.commit(doc.unit, [{ op: 'create', doc }]);
    const again = store.commit(doc.unit, [{ op: 'create', doc }]);
    await assert.rejects(again, (error: unknown) => error instanceof StoreError && error.code === 'Duplicate');
    assert.deepEqual((await store.get(doc.unit, 'a'))?.doc, doc);
    assert.equal(await store.count({ unit: doc.unit, type: doc.type }), 1);
    const text = await metrics.register.metrics();
    assert.match(text, /thidua_store_calls_total\{call="commit"\} 2/);
    assert.match(text, /thidua_store_calls_total\{call="get"\} 1/);
    assert.match(text, /thidua_store_errors_total\{call="commit",code="Duplicate"\} 1/);
    await store.close();
  });
});

describe('a metered messenger', () => {
  it('hands on each outcome, times it by its kind, and tells it', async () => {
    const metrics = createMetrics();
    const heard: string[] = [];
    const outcomes: PostOutcome[] = [
      { kind: 'sent', activityId: 'x' },
      { kind: 'broken', reason: '401' },
    ];
    const { messenger } = fakeMessenger();
    const metered = meteredMessenger(
      { ...messenger, post: async () => outcomes.shift() as PostOutcome },
      { sends: metrics.sends, hear: (request, outcome) => void heard.push(`${request} ${outcome}`) },
    );
    const to = {} as Parameters<typeof metered.post>[0];
    const message = { card: {}, summary: '' };
    assert.deepEqual(await metered.post(to, message), { kind: 'sent', activityId: 'x' });
    assert.equal((await metered.post(to, message)).kind, 'broken');
    assert.deepEqual(heard, ['post sent', 'post broken']);
    const text = await metrics.register.metrics();
    assert.match(text, /thidua_send_seconds_count\{request="post",outcome="sent"\} 1/);
    assert.match(text, /thidua_send_seconds_count\{request="post",outcome="broken"\} 1/);
  });
});
