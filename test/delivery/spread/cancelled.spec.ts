import assert from 'node:assert/strict';
import { oweSpread } from '../../../src/delivery/owe/owe.ts';
import { cancelSpread, isCancelled } from '../../../src/delivery/spread/cancelled.ts';
import { load } from '../../../src/ports/documents.ts';
import { deliveryRecord, spreadRecord } from '../../../src/records/message.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { openOutbox } from '../../support/outbox.ts';
import { seedDelivery } from '../../support/recalling.ts';

async function deliveryOf(office: Office, cause: string) {
  const delivery = await load(
    office.store,
    scope.unit,
    deliveryRecord,
    await seedDelivery(office, cause, person('an')),
  );
  assert.ok(delivery);
  return delivery;
}

describe('a cancelled sending', () => {
  it('is known by a message of it, with one point read', async () => {
    const office = await openOffice();
    const of = { cause: 'x', kind: 'k', audience: { kind: 'everyone' } as const, params: {}, startedBy: 'system' };
    await office.store.commit(scope.unit, [oweSpread(scope, office.now, of)]);
    const delivery = await deliveryOf(office, 'spread:x');
    let reads = 0;
    const counting = {
      ...office.store,
      get: (unit: string, id: string) => {
        reads += 1;
        return office.store.get(unit, id);
      },
    };
    assert.equal(await isCancelled(counting, delivery), false);
    const spread = await load(office.store, scope.unit, spreadRecord, 'spread:x');
    assert.ok(spread);
    await office.store.commit(scope.unit, cancelSpread(scope, office.now, spread));
    assert.equal(await isCancelled(counting, delivery), true);
    assert.equal(reads, 2);
  });
  it('is not asked for by a message that concerns one person', async () => {
    const office = await openOffice();
    const delivery = await deliveryOf(office, 'nomination:1');
    const store = { ...office.store, get: async () => assert.fail('read') };
    assert.equal(await isCancelled(store, delivery), false);
  });
  describe('sends nothing more', () => {
    /** A message of a sending, owed, and the click that cancels the sending. */
    async function owed() {
      const outbox = await openOutbox();
      const of = { cause: 'x', kind: 'k', audience: { kind: 'everyone' } as const, params: {}, startedBy: 'system' };
      await outbox.store.commit(scope.unit, [oweSpread(scope, outbox.now(), of)]);
      await outbox.owes({ cause: 'spread:x' });
      const cancel = async (): Promise<void> => {
        const spread = await load(outbox.store, scope.unit, spreadRecord, 'spread:x');
        assert.ok(spread);
        await outbox.store.commit(scope.unit, cancelSpread(scope, outbox.now(), spread));
      };
      return { ...outbox, cancel };
    }
    it('and what is dropped takes no turn in the line', async () => {
      const t = await owed();
      await t.cancel();
      await t.run();
      assert.deepEqual([t.posted, await t.states(), t.turns()], [[], ['superseded'], 0]);
    });
    it('not even what waits in the line already', async () => {
      const t = await owed();
      t.meanwhile(t.cancel);
      await t.run();
      assert.deepEqual([t.posted, t.turns()], [[], 1]);
      await t.run();
      assert.deepEqual([t.posted, await t.states()], [[], ['superseded']]);
    });
  });
});
