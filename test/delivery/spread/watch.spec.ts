import assert from 'node:assert/strict';
import { oweSpread } from '../../../src/delivery/owe/owe.ts';
import { cancelSpread } from '../../../src/delivery/spread/cancelled.ts';
import { oweRecall } from '../../../src/delivery/spread/recall.ts';
import { watchStep } from '../../../src/delivery/spread/watch.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, load, replace } from '../../../src/ports/documents.ts';
import { receiptId, receiptRecord } from '../../../src/records/campaign.ts';
import { type Spread, spreadRecord } from '../../../src/records/message.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { change, openRecaller, seedDelivery } from '../../support/recalling.ts';

const id = 'spread:x';

async function setUp(data: Partial<Spread> = {}) {
  const office = await openOffice();
  const now = stamp(office.now);
  const spread = { cause: 'x', kind: 'k', audience: { kind: 'everyone' } as const, params: {}, startedBy: 'system' };
  await office.store.commit(scope.unit, [oweSpread(scope, office.now, spread)]);
  await write(office, { state: 'done', endedAt: now, watchAt: now, ...data });
  return office;
}
async function spreadOf(office: Office) {
  const spread = await load(office.store, scope.unit, spreadRecord, id);
  assert.ok(spread);
  return spread;
}
async function write(office: Office, data: Partial<Spread>): Promise<void> {
  const spread = await spreadOf(office);
  await office.store.commit(scope.unit, [replace(spreadRecord, spread, { ...spread.data, ...data })]);
}
/** Looks if it is time. @returns whether cards were owed to be drawn again, and in how many seconds it looks next */
async function look(office: Office) {
  const before = (await office.dump('refresh')).length;
  for (const stored of await office.store.due({ lane: 'watch', until: stamp(office.now), limit: 9 }))
    await watchStep({ store: office.store, clock: office.machine.clock }, stored);
  const { watchAt } = (await spreadOf(office)).data;
  const wait = watchAt === null ? null : (Date.parse(watchAt) - office.now.toMillis()) / 1000;
  return { redraws: (await office.dump('refresh')).length - before, wait };
}
const pass = (office: Office, minutes: number) => office.set(office.now.plus({ minutes }).toISO() ?? '');

describe('watch', () => {
  it('owes cards to be drawn again only when the figures have changed', async () => {
    const office = await setUp();
    const delivery = await seedDelivery(office, id, person('an'), { state: 'pending', sentAt: null });
    assert.deepEqual(await look(office), { redraws: 1, wait: 10 });
    assert.deepEqual(await look(office), { redraws: 0, wait: 10 });
    pass(office, 1);
    assert.deepEqual(await look(office), { redraws: 0, wait: 10 });
    await change(office, delivery, { state: 'sent', sentAt: stamp(office.now) });
    pass(office, 1);
    assert.deepEqual(await look(office), { redraws: 1, wait: 60 });
    await change(office, delivery, { answeredAt: stamp(office.now) });
    pass(office, 1);
    assert.equal((await look(office)).redraws, 1);
  });

  it('sees that somebody has read it', async () => {
    const office = await setUp();
    await seedDelivery(office, id, person('an'));
    await look(office);
    const data = { cause: 'c', launch: id, person: person('an'), department: 'd', at: stamp(office.now) };
    await office.store.commit(scope.unit, [create(receiptRecord, scope, receiptId('c', person('an')), data)]);
    pass(office, 1);
    assert.equal((await look(office)).redraws, 1);
  });

  it('looks less and less often, and no more after a day', async () => {
    const office = await setUp();
    await seedDelivery(office, id, person('an'));
    assert.equal((await look(office)).wait, 60);
    pass(office, 61);
    assert.equal((await look(office)).wait, 600);
    pass(office, 24 * 60);
    assert.equal((await look(office)).wait, null);
    assert.deepEqual(await office.store.due({ lane: 'watch', until: '2099-01-01T00:00:00.000Z', limit: 1 }), []);
  });

  it('does not stop while messages wait, however long', async () => {
    const office = await setUp();
    await seedDelivery(office, id, person('an'), { state: 'pending', sentAt: null });
    pass(office, 48 * 60);
    assert.equal((await look(office)).wait, 600);
  });

  it('has nothing to look at when the messages are counted elsewhere, or nobody was concerned', async () => {
    const office = await setUp();
    assert.deepEqual(await look(office), { redraws: 0, wait: null });
  });

  it('follows a recall to its end', async () => {
    const office = await setUp();
    const delivery = await seedDelivery(office, id, person('an'));
    pass(office, 3 * 24 * 60);
    await office.store.commit(scope.unit, [
      ...cancelSpread(scope, office.now, await spreadOf(office)),
      oweRecall(scope, office.now, { spread: id, by: person('office') }),
    ]);
    assert.deepEqual(await look(office), { redraws: 1, wait: 10 });
    await change(office, delivery, { state: 'recalling' });
    pass(office, 1);
    assert.deepEqual(await look(office), { redraws: 1, wait: 10 });
  });

  it('draws nothing again while a recall waits for its last message, and once more when it has ended', async () => {
    const office = await setUp();
    const delivery = await seedDelivery(office, id, person('an'));
    await office.store.commit(scope.unit, [
      ...cancelSpread(scope, office.now, await spreadOf(office)),
      oweRecall(scope, office.now, { spread: id, by: person('office') }),
    ]);
    const { mark, recall } = openRecaller(office);
    await mark();
    assert.equal((await look(office)).redraws, 1);
    for (let minutes = 0; minutes < 3; minutes++) {
      pass(office, 1);
      await mark();
      assert.deepEqual(await look(office), { redraws: 0, wait: 10 });
    }
    await change(office, delivery, { state: 'recalled' });
    pass(office, 1);
    await mark();
    assert.equal((await recall(id))?.stage, 'done');
    assert.deepEqual(await look(office), { redraws: 1, wait: 60 });
  });

  it('run twice at once changes nothing more', async () => {
    const office = await setUp();
    await seedDelivery(office, id, person('an'));
    const [stored] = await office.store.due({ lane: 'watch', until: stamp(office.now), limit: 1 });
    assert.ok(stored);
    const deps = { store: office.store, clock: office.machine.clock };
    await watchStep(deps, stored);
    await assert.rejects(watchStep(deps, stored), { code: 'Conflict' });
    assert.equal((await office.dump('refresh')).length, 1);
  });
});
