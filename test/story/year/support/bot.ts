import type { DateTime } from 'luxon';
import { createPace } from '../../../../src/delivery/send/pace.ts';
import { createSender } from '../../../../src/delivery/send/sender.ts';
import { features } from '../../../../src/features/features.ts';
import { requestTimes } from '../../../../src/model/sending/request-times.ts';
import { laneStep } from '../../../../src/pipeline/lane.ts';
import type { Machine, Office } from '../../../../src/pipeline/machine.ts';
import { openPages, pagesOf } from '../../../../src/pipeline/pages.ts';
import { createSpreadStep } from '../../../../src/pipeline/spread.ts';
import { stamp } from '../../../../src/ports/commit.ts';
import type { Messenger } from '../../../../src/ports/messenger.ts';
import { type Stored, StoreError } from '../../../../src/ports/store.ts';
import { type Delivery, deliveryRecord } from '../../../../src/records/message.ts';
import { toldBy } from '../../../support/morning.ts';
import { storeWith } from '../../../support/store-with.ts';

/** What became of a message, at the instant at which it did. */
export interface Event {
  readonly at: DateTime;
  readonly kind: string;
  /** What it told: its kind, or the sections of the morning's message (`toldBy`). */
  readonly told: readonly string[];
  /** A key of the cast, or `channel:<purpose>`. */
  readonly to: string;
  /** What the person sees before opening it; empty for what was not posted. */
  readonly summary: string;
}

/** What the world has seen of the bot, over all its processes. */
export interface Diary {
  readonly posted: Event[];
  /** Owed and settled without being posted: superseded, expired, unreachable, ambiguous. */
  readonly dropped: (Event & { readonly how: string })[];
}
export const emptyDiary = (): Diary => ({ posted: [], dropped: [] });

interface BotSetup {
  readonly machine: Machine;
  readonly unit: Office;
  readonly diary: Diary;
  /** Every piece of due work is handled by two sweeps at once, and once more afterwards. */
  readonly isTwice?: boolean;
  /** It sweeps and sends nothing. */
  readonly isMute?: boolean;
}

const sendLanes = ['sendUrgent', 'send'] as const;
const settled: readonly Delivery['state'][] = ['superseded', 'expired', 'unreachable', 'ambiguous', 'refused'];
/** More looks at one instant than this: something stays due for ever. */
const mostLooks = 500;

export type Bot = ReturnType<typeof startBot>;

/** One process: every lane that messages come from, and the real sender. Teams takes everything at once; redraws are left out. */
export function startBot({ machine, unit, diary, isTwice = false, isMute = false }: BotSetup) {
  const keyOf = (owner: string): string => owner.replace(/^person:/, '');
  const underWay = new Map<string, Delivery>();
  let commits = 0;
  const store = storeWith(machine.store, {
    commit: async (unit, changes) => {
      const etags = await machine.store.commit(unit, changes);
      commits += 1;
      for (const change of changes) {
        if (change.op === 'delete' || change.doc.type !== deliveryRecord.type) continue;
        const delivery = change.doc.data as Delivery;
        const { to, kind, state, reason } = delivery;
        if (state === 'sending') underWay.set(to, delivery);
        if (settled.includes(state)) {
          const how = reason === '' ? state : `${state}: ${reason}`;
          diary.dropped.push({ at: machine.clock.now(), kind, told: [kind], to: keyOf(to), summary: '', how });
        }
      }
      return etags;
    },
  });
  const mine: Machine = { ...machine, store };
  const officeOf = () => unit;
  const lanes = [
    ...features.flatMap((f) => f.lanes).map((def) => ({ lane: def.lane, handle: laneStep(mine, officeOf, def) })),
    {
      lane: 'spread',
      handle: createSpreadStep(
        mine,
        officeOf,
        features.flatMap((f) => f.spreads),
      ),
    },
  ];

  const messenger: Messenger = {
    post: async ({ owner }, { summary }) => {
      const delivery = underWay.get(owner);
      if (delivery === undefined) throw new Error(`${owner} was sent what nobody claimed`);
      const { kind } = delivery;
      diary.posted.push({ at: machine.clock.now(), kind, told: toldBy(delivery), to: keyOf(owner), summary });
      return { kind: 'sent', activityId: `m${diary.posted.length}` };
    },
    update: async () => ({ kind: 'sent', activityId: '' }),
    remove: async () => ({ kind: 'sent', activityId: '' }),
    members: async () => ({ kind: 'members', members: [], next: '' }),
    member: async () => ({ kind: 'gone', reason: '' }),
    reopen: async ({ conversationId }) => ({ kind: 'opened', conversationId }),
  };
  let ticks = 0;
  const monotonic = (): number => ticks;
  const limits = { requests: 1_000, windowMs: 1, replies: 40, spacingMs: 0, ownerGapMs: 0, ownerBurst: 1 };
  const sender = createSender({
    store,
    messenger,
    pages: pagesOf(mine, officeOf, openPages(features.flatMap((f) => f.pages))),
    pace: createPace(limits, {
      monotonic,
      pause: async (ms) => {
        ticks += ms;
      },
    }),
    lease: { acquire: async () => true, remainingMs: () => Number.POSITIVE_INFINITY, release: async () => undefined },
    clock: machine.clock,
    monotonic,
    random: () => 0.5,
    nextRequestAt: requestTimes(mine, officeOf),
    log: machine.log,
    onBroken: () => undefined,
    onWorking: () => undefined,
  });

  const dueIn = (lane: string, until: DateTime, limit: number) =>
    machine.store.due({ lane, until: stamp(until), limit });

  async function sweep(): Promise<boolean> {
    let worked = false;
    for (const { lane, handle } of lanes) {
      for (const stored of await dueIn(lane, machine.clock.now(), 50)) {
        worked = true;
        await (isTwice ? twice(handle, stored) : once(handle, stored));
      }
    }
    return worked;
  }

  /** As a lane does: what the store could not take is looked at again. */
  async function once(handle: (stored: Stored) => Promise<void>, stored: Stored): Promise<void> {
    try {
      await handle(stored);
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'Unavailable')) throw error;
    }
  }

  /** Two sweepers, and one that comes late: what one of them has done, none of them does again. */
  async function twice(handle: (stored: Stored) => Promise<void>, stored: Stored): Promise<void> {
    await Promise.all([harmless(handle(stored)), harmless(handle(stored))]);
    const before = commits;
    await harmless(handle(stored));
    if (commits !== before) throw new Error(`a second run of ${stored.doc.id} changed something`);
  }

  async function send(): Promise<boolean> {
    let worked = false;
    for (let look = 0; look < mostLooks; look++) {
      const due = await Promise.all(sendLanes.map((lane) => dueIn(lane, machine.clock.now(), 1)));
      if (due.flat().length === 0) return worked;
      worked = true;
      ticks += 10_000;
      await sender.step();
      await sender.idle();
    }
    throw new Error(`messages stay due at ${machine.clock.now().toISO()}`);
  }

  return {
    /** Everything that is due now, until nothing is. */
    async work(): Promise<void> {
      for (let look = 0; look < mostLooks; look++) {
        const swept = await sweep();
        const sent = !isMute && (await send());
        if (!swept && !sent) return;
      }
      throw new Error(`work stays due at ${machine.clock.now().toISO()}`);
    },
    /** The instant at which something falls due next, until then; in UTC. */
    async nextDue(until: DateTime): Promise<string | undefined> {
      const names = [...lanes.map(({ lane }) => lane), ...(isMute ? [] : sendLanes)];
      const found = await Promise.all(names.map((lane) => dueIn(lane, until, 1)));
      return found
        .flat()
        .flatMap(({ doc }) => doc.dueAt ?? [])
        .sort()[0];
    },
    commits: (): number => commits,
  };
}

/** Someone else was first. */
async function harmless(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof StoreError && ['Conflict', 'Duplicate'].includes(error.code))) throw error;
  }
}
