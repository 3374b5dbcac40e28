import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import { type Owing, owe } from '../../src/delivery/owe/owe.ts';
import { createPace, type Pace } from '../../src/delivery/send/pace.ts';
import { createSender } from '../../src/delivery/send/sender.ts';
import { requestTimes } from '../../src/model/sending/request-times.ts';
import { create, list } from '../../src/ports/documents.ts';
import type { PostOutcome } from '../../src/ports/messenger.ts';
import type { Pages } from '../../src/ports/pages.ts';
import { StoreError } from '../../src/ports/store.ts';
import { addressId, addressRecord } from '../../src/records/address.ts';
import { deliveryRecord } from '../../src/records/message.ts';
import { fakeMessenger } from './fake-messenger.ts';
import { openOffice, person, scope } from './office.ts';
import { storeWith } from './store-with.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** A sender on the real store, with two people whom it can reach; Teams, the pages and the clocks are stand-ins. */
export async function openOutbox(perSecond = 1_000) {
  const office = await openOffice();
  const teams = fakeMessenger();
  let now = DateTime.fromISO('2026-11-02T09:00:00', { zone });
  let ticks = 10_000;
  const monotonic = (): number => (ticks += 1);
  let remainingMs = Number.POSITIVE_INFINITY;
  const alarms: string[] = [];
  let hidden = false;
  let fault: Error | undefined;
  let meanwhile = async (): Promise<unknown> => undefined;
  let refusing = 0;
  const happen = async (): Promise<void> => {
    const happens = meanwhile;
    meanwhile = async () => undefined;
    await happens();
  };
  const pages: Pages = {
    compose: async (ref, { viewer }) => {
      if (fault !== undefined) throw fault;
      if (hidden) return null;
      const subject = ref.params.subject ?? '';
      const card = { type: 'AdaptiveCard', actions: [{ type: 'Action.Execute', verb: 'v' }] };
      const shown = { card, summary: `${ref.page} ${viewer.owner}`, subject, asks: false };
      await happen();
      return shown;
    },
  };
  const store = storeWith(office.store, {
    get: async (unit, id) => {
      const found = await office.store.get(unit, id);
      if (found === undefined && id.startsWith('address:')) await happen();
      return found;
    },
    commit: async (unit, changes) => {
      if (refusing > 0 && teams.posted.length > 0) {
        refusing -= 1;
        throw new StoreError('Unavailable');
      }
      return office.store.commit(unit, changes);
    },
  });
  let turns = 0;
  const counted = (pace: Pace): Pace => ({
    ...pace,
    turn: (owner) => {
      turns += 1;
      return pace.turn(owner);
    },
  });
  const open = () =>
    createSender({
      store,
      messenger: teams.messenger,
      pages,
      pace: counted(
        createPace(
          { requests: perSecond, windowMs: 1_000, replies: perSecond, spacingMs: 0, ownerGapMs: 0, ownerBurst: 1 },
          {
            monotonic,
            pause: async (ms) => {
              ticks += ms;
              // What has been asked of the store and then of the service is answered meanwhile.
              for (const _ of ['claimed', 'posted', 'recorded']) await setImmediate();
            },
          },
        ),
      ),
      lease: { acquire: async () => true, remainingMs: () => remainingMs, release: async () => undefined },
      clock: { now: () => now },
      monotonic,
      random: () => 0.5,
      nextRequestAt: requestTimes(office.machine, office.officeOf),
      log: pino({ level: 'silent' }),
      onBroken: (reason) => void alarms.push(reason),
      onWorking: () => void alarms.push('working'),
    });
  let sender = open();
  const reach = async (key: string, userId = `29:${key}`) => {
    const address = {
      owner: key.startsWith('channel:') ? key : person(key),
      conversationId: `a:${key}`,
      serviceUrl: 'http://127.0.0.1/',
      userId,
      botId: '28:bot',
      teamId: '',
      channelName: '',
      reachable: 'yes' as const,
      reason: '',
      at: '2026-11-01T00:00:00.000Z',
    };
    await office.store.commit(scope.unit, [create(addressRecord, scope, addressId(address.owner), address)]);
  };
  await reach('an');
  await reach('thao');
  return {
    ...teams,
    store: office.store,
    reach,
    owes: (more: Partial<Owing> = {}) =>
      office.store.commit(scope.unit, [
        owe(scope, now, {
          to: person('an'),
          kind: 'k',
          show: { page: 'p', params: {} },
          subject: 's',
          rev: 1,
          ...more,
        }),
      ]),
    run: async () => {
      // Long enough since the last look.
      ticks += 1_000;
      await sender.step();
      await sender.idle();
    },
    now: () => now,
    /** Places taken in the pace's line. */
    turns: () => turns,
    step: () => sender.step(),
    /** Of a request of others. */
    hear: (outcome: PostOutcome) => sender.hear(outcome),
    /** Real time passes, the clock stands. */
    tick: (ms: number) => {
      ticks += ms;
    },
    idle: () => sender.idle(),
    close: () => sender.close(),
    /** What was said of a service that refuses everything, and of its working again. */
    alarms,
    /** For how long the process may still send. */
    leaseFor: (ms: number) => {
      remainingMs = ms;
    },
    /** The process dies: what it had in flight is known to nobody. */
    restart: () => {
      sender = open();
    },
    pass: (duration: object) => {
      now = now.plus(duration);
      ticks += 10_000_000;
    },
    /** Once, just after a page was composed and before it is posted, or nobody was found to post it to. */
    meanwhile: (work: () => Promise<unknown>) => {
      meanwhile = work;
    },
    /** The store refuses so many of the sender's writes, from the first post on. */
    storeAway: (writes: number) => {
      refusing = writes;
    },
    breaks: (error: Error) => {
      fault = error;
    },
    hide: () => {
      hidden = true;
    },
    states: async () => (await list(office.store, { unit: scope.unit, type: deliveryRecord })).map((d) => d.data.state),
    only: async () => {
      const [delivery] = await list(office.store, { unit: scope.unit, type: deliveryRecord });
      assert.ok(delivery);
      return delivery;
    },
  };
}
