import assert from 'node:assert/strict';
import { cancelSpread, isCancelled } from '../../src/delivery/cancelled.ts';
import { oweSpread } from '../../src/delivery/owe.ts';
import { load } from '../../src/ports/documents.ts';
import { deliveryRecord, spreadRecord } from '../../src/records/message.ts';
import { type Office, openOffice, person, scope } from '../support/office.ts';
import { seedDelivery } from '../support/recalling.ts';

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
});
