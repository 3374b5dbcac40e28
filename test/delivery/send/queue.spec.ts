import assert from 'node:assert/strict';
import { pino } from 'pino';
import { owe } from '../../../src/delivery/owe/owe.ts';
import { createQueue } from '../../../src/delivery/send/queue.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { type Office, openOffice, scope } from '../../support/office.ts';

function open(office: Office) {
  let now = 10_000;
  let looks = 0;
  let during = (): void => undefined;
  const busy = new Map<string, unknown>();
  const busyWith = new Set<string>();
  const waits = new Map<string, number>();
  const store = {
    ...office.store,
    due: async (query: Parameters<typeof office.store.due>[0]) => {
      looks += 1;
      const found = await office.store.due(query);
      if (query.lane === 'send') during();
      return found;
    },
  };
  const queue = createQueue({
    store,
    clock: office.machine.clock,
    monotonic: () => now,
    log: pino({ level: 'silent' }),
    busy,
    busyWith,
    readyIn: (owner) => waits.get(owner) ?? 0,
  });
  return {
    busy,
    busyWith,
    waits,
    looks: () => looks,
    /** Happens before the store's answer is read. */
    whileAsked: (happens: () => void) => {
      during = happens;
    },
    pass: (ms: number) => {
      now += ms;
    },
    next: async () => {
      const next = await queue.next();
      return 'delivery' in next ? next.delivery.data.to : next.waitMs;
    },
  };
}
const owes = (office: Office, to: string, urgent = false) =>
  office.store.commit(scope.unit, [
    owe(scope, office.now, { to, kind: 'k', show: { page: 'p', params: {} }, subject: `s${to}`, rev: 1, urgent }),
  ]);
const taken = async (queue: ReturnType<typeof open>, count: number): Promise<string> => {
  let kinds = '';
  for (let i = 0; i < count; i++) kinds += String(await queue.next()).charAt(0);
  return kinds;
};

describe('queue', () => {
  it('gives every fifth place to what is not urgent, so that requests never keep an announcement waiting for ever', async () => {
    const office = await openOffice();
    for (let i = 0; i < 12; i++) await owes(office, `urgent${i}`, true);
    for (let i = 0; i < 4; i++) await owes(office, `bulk${i}`);
    const queue = open(office);
    assert.equal(await taken(queue, 16), 'uuuubuuuubuuuubb');
  });
  it('looks into the store once for a batch, and soon again for what is urgent', async () => {
    const office = await openOffice();
    for (let i = 0; i < 30; i++) await owes(office, `bulk${i}`);
    const queue = open(office);
    await taken(queue, 10);
    assert.equal(queue.looks(), 2);
    await owes(office, 'urgent', true);
    assert.equal(await taken(queue, 1), 'b');
    queue.pass(200);
    assert.equal(await queue.next(), 'urgent');
    assert.equal(queue.looks(), 3);
  });
  it('passes over whoever is being written to or must wait, and says how long', async () => {
    const office = await openOffice();
    for (const to of ['a', 'b', 'c']) await owes(office, to);
    const queue = open(office);
    queue.busyWith.add('a');
    queue.waits.set('b', 1_500);
    assert.equal(await queue.next(), 'c');
    assert.equal(await queue.next(), 200);
    queue.pass(200);
    queue.waits.set('c', 2_000);
    assert.equal(await queue.next(), 1_500);
  });
  it('does not offer what is under way, nor its old copy when it ends while the store is asked', async () => {
    const office = await openOffice();
    await owes(office, 'a');
    const queue = open(office);
    const [due] = await office.store.due({ lane: 'send', until: stamp(office.now), limit: 1 });
    assert.ok(due);
    queue.busy.set(due.doc.id, true);
    queue.whileAsked(() => queue.busy.clear());
    assert.equal(typeof (await queue.next()), 'number');
    queue.pass(200);
    assert.equal(await queue.next(), 'a');
  });
});
