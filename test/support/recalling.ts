import { owe } from '../../src/delivery/owe/owe.ts';
import { createRecallStep, oweRecall, recallSpreadStep } from '../../src/delivery/spread/recall.ts';
import { stamp } from '../../src/ports/commit.ts';
import { create, decode, load, replace } from '../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../src/records/address.ts';
import { type Delivery, deliveryId, deliveryRecord } from '../../src/records/message.ts';
import { recallId, recallRecord } from '../../src/records/recall.ts';
import { fakeMessenger } from './fake-messenger.ts';
import { type Office, scope } from './office.ts';

/** What takes messages back, on the store of an office; Teams and the pace are stand-ins. */
export function openRecaller(office: Office) {
  const teams = fakeMessenger();
  const alarms: string[] = [];
  const held: (string | undefined)[] = [];
  let ticks = 0;
  let isOpen = true;
  let busy = '';
  let silentUntil = 0;
  let remainingMs = Number.POSITIVE_INFINITY;
  const one = createRecallStep({
    store: office.store,
    messenger: teams.messenger,
    pace: {
      turn: async () => isOpen,
      readyIn: (owner) => Math.max(0, owner === busy ? 1_000 : 0, silentUntil - ticks),
      hold: (_ms, owner) => void held.push(owner),
    },
    lease: { remainingMs: () => remainingMs },
    clock: office.machine.clock,
    random: () => 0.5,
    hear: (outcome) => {
      if (outcome.kind !== 'broken') return;
      alarms.push(outcome.reason);
      silentUntil = ticks + 60_000;
    },
  });
  const dueIn = (lane: string) => office.store.due({ lane, until: stamp(office.now), limit: 500 });

  return {
    teams,
    alarms,
    held,
    one,
    tick: (ms: number): void => {
      ticks += ms;
    },
    /** Somebody whose chat has just had so many messages that the next must wait. */
    busyWith: (owner: string): void => {
      busy = owner;
    },
    /** The line was closed: nothing may be asked of the service. */
    close: (): void => {
      isOpen = false;
    },
    /** For how long the process may still ask the service. */
    leaseFor: (ms: number): void => {
      remainingMs = ms;
    },
    /** One step of each recall that is due. */
    step: async (): Promise<void> => {
      for (const stored of await dueIn('recallSpread'))
        await recallSpreadStep({ store: office.store, clock: office.machine.clock }, stored);
    },
    /** Goes through the messages until none is left to mark now. */
    mark: async (): Promise<void> => {
      for (let due = await dueIn('recallSpread'); due.length > 0; due = await dueIn('recallSpread'))
        for (const stored of due) await recallSpreadStep({ store: office.store, clock: office.machine.clock }, stored);
    },
    /** Asks the service for each message that is due, once. */
    take: async (): Promise<unknown[]> => {
      const answers: unknown[] = [];
      for (const stored of await dueIn('recall')) answers.push(await one(stored));
      return answers;
    },
    ask: (spread: string) =>
      office.store.commit(scope.unit, [oweRecall(scope, office.now, { spread, by: 'person:office' })]),
    recall: async (spread: string) => (await load(office.store, scope.unit, recallRecord, recallId(spread)))?.data,
  };
}

/** One message of a spread, as it stands. */
export async function seedDelivery(
  office: Office,
  cause: string,
  to: string,
  data: Partial<Delivery> = {},
): Promise<string> {
  const subject = cause.replace('spread:', '');
  const id = deliveryId(subject, 1, 'k', to);
  const owing = { to, kind: 'k', show: { page: 'p', params: {} }, subject, rev: 1, cause };
  await office.store.commit(scope.unit, [owe(scope, office.now, owing)]);
  const sent: Partial<Delivery> = { state: 'sent', attempts: 1, activityId: `m-${to}`, sentAt: stamp(office.now) };
  await change(office, id, { ...sent, ...data });
  return id;
}

export async function change(office: Office, id: string, data: Partial<Delivery>): Promise<void> {
  const stored = await office.store.get(scope.unit, id);
  if (stored === undefined) throw new Error(`no ${id}`);
  const delivery = decode(deliveryRecord, stored);
  await office.store.commit(scope.unit, [replace(deliveryRecord, delivery, { ...delivery.data, ...data })]);
}

export async function seedAddress(office: Office, owner: string, reason = ''): Promise<void> {
  await office.store.commit(scope.unit, [
    create(addressRecord, scope, addressId(owner), {
      owner,
      conversationId: `a:${owner}`,
      serviceUrl: 'http://127.0.0.1/',
      userId: owner.startsWith('channel:') ? '' : `29:${owner}`,
      botId: '28:bot',
      teamId: '',
      channelName: '',
      reachable: reason === '' ? 'yes' : 'blocked',
      reason,
      at: stamp(office.now),
    }),
  ]);
}
