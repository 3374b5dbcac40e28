import assert from 'node:assert/strict';
import { deliveriesNow } from '../../../src/jobs/watch/deliveries.ts';
import { replace } from '../../../src/ports/documents.ts';
import { type Delivery, deliveryRecord } from '../../../src/records/message.ts';
import { scope } from '../../support/office.ts';
import { openOutbox } from '../../support/outbox.ts';

const none = { pending: 0, sending: 0, ambiguous: 0, unreachable: 0, refused: 0, recalling: 0, settled: 0 };

describe('how messages stand', () => {
  it('is nothing where nothing was ever owed', async () => {
    const outbox = await openOutbox();
    assert.deepEqual(await deliveriesNow(outbox.store, outbox.now()), { byState: none, oldest: undefined });
  });
  it('is counted state by state, and adds up to all there are', async () => {
    const outbox = await openOutbox();
    await outbox.owes();
    const states: readonly Delivery['state'][] = [
      'sending',
      'ambiguous',
      'unreachable',
      'refused',
      'recalling',
      'sent',
    ];
    for (const state of [...states, 'superseded', 'expired', 'recalled'] as const) {
      const delivery = await outbox.only();
      await outbox.store.commit(scope.unit, [
        replace(deliveryRecord, delivery, { ...delivery.data, state, dueAt: delivery.data.createdAt }),
      ]);
      const { byState } = await deliveriesNow(outbox.store, outbox.now());
      const counted = state in none ? state : 'settled';
      assert.deepEqual(byState, { ...none, [counted]: 1 }, state);
    }
  });
  it('tells for how long the one has waited that should have gone first', async () => {
    const outbox = await openOutbox();
    await outbox.owes({ subject: 'late' });
    outbox.pass({ minutes: 12 });
    await outbox.owes({ subject: 'urgent', urgent: true });
    const { oldest, byState } = await deliveriesNow(outbox.store, outbox.now());
    assert.equal(oldest?.waitedMs, 12 * 60_000);
    assert.match(oldest?.id ?? '', /late/);
    assert.equal(byState.pending, 2);
  });
  it('holds nothing for late that is held until its hour', async () => {
    const outbox = await openOutbox();
    await outbox.owes();
    const delivery = await outbox.only();
    const dueAt = outbox.now().plus({ hours: 6 }).toUTC().toJSDate().toISOString();
    await outbox.store.commit(scope.unit, [replace(deliveryRecord, delivery, { ...delivery.data, dueAt })]);
    outbox.pass({ hours: 5 });
    assert.equal((await deliveriesNow(outbox.store, outbox.now())).oldest, undefined);
    outbox.pass({ hours: 2 });
    assert.equal((await deliveriesNow(outbox.store, outbox.now())).oldest?.waitedMs, 3_600_000);
  });
});
