import { DateTime } from 'luxon';
import type { Clock } from '../ports/clock.ts';
import { stamp } from '../ports/commit.ts';
import { decode, list, load, remove, replace } from '../ports/documents.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Pages } from '../ports/pages.ts';
import { type Store, type Stored, StoreError } from '../ports/store.ts';
import { addressId, addressRecord } from '../records/address.ts';
import { type Mirror, mirrorRecord, refreshRecord } from '../records/message.ts';
import type { Loaded } from '../records/record.ts';
import { composeOwed } from './compose-owed.ts';
import type { Pace } from './pace.ts';
import { viewerOf } from './viewer.ts';

export interface MirrorDeps {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly pages: Pages;
  readonly pace: Pace;
  readonly monotonic: () => number;
  readonly clock: Clock;
}

const gap = { seconds: 5 };
const stepSize = 48;

/** A subject changed: every card that shows it becomes due, none sooner than five seconds after its last update. */
export async function refreshStep(deps: MirrorDeps, stored: Stored): Promise<void> {
  const refresh = decode(refreshRecord, stored);
  const now = deps.clock.now();
  const mirrors = await list(deps.store, {
    unit: refresh.unit,
    type: mirrorRecord,
    where: { field: 'subject', equals: refresh.data.subject },
  });
  const stale = mirrors.filter((m) => m.data.dueAt === null);
  const part = stale.slice(0, stepSize).map((mirror) => {
    const dueAt = DateTime.max(now, DateTime.fromISO(mirror.data.updatedAt).plus(gap));
    return replace(mirrorRecord, mirror, { ...mirror.data, dueAt: stamp(dueAt) });
  });
  await deps.store.commit(refresh.unit, stale.length > stepSize ? part : [...part, remove(refresh)]);
}

/** Redraws one posted card from current records. Idempotent. */
export async function mirrorStep(deps: MirrorDeps, stored: Stored): Promise<void> {
  const mirror = decode(mirrorRecord, stored);
  const now = deps.clock.now();
  const settled = (data: Mirror) => deps.store.commit(mirror.unit, [replace(mirrorRecord, mirror, data)]);
  const drawn = await draw(deps, mirror, now).catch(async (error: unknown) => {
    // A page that breaks would break again each second; it is let go, and the fault is logged once.
    if (!(error instanceof StoreError)) await deps.store.commit(mirror.unit, [remove(mirror)]);
    throw error;
  });
  if (drawn === undefined) {
    await deps.store.commit(mirror.unit, [remove(mirror)]);
    return;
  }
  if (!deps.pace.take(`mirror:${mirror.id}`, deps.monotonic()).ok) return;
  const outcome = await deps.messenger.update(drawn.address, mirror.data.activityId, drawn.shown);
  if (outcome.kind === 'retry' || outcome.kind === 'unknown') {
    await settled({
      ...mirror.data,
      dueAt: stamp(now.plus(outcome.kind === 'retry' ? (outcome.afterMs ?? 5_000) : 5_000)),
    });
    return;
  }
  if (outcome.kind === 'sent') await settled({ ...mirror.data, updatedAt: stamp(now), dueAt: null });
  else await deps.store.commit(mirror.unit, [remove(mirror)]);
}

/** @returns undefined when the card has nothing to show any more: it stays as it is, and is no longer kept in step */
async function draw(deps: MirrorDeps, mirror: Loaded<Mirror>, now: DateTime) {
  const address = await load(deps.store, mirror.unit, addressRecord, addressId(mirror.data.to));
  const viewer = await viewerOf(deps.store, { unit: mirror.unit, owner: mirror.data.to, at: now });
  if (address === undefined || viewer === undefined) return undefined;
  const shown = await composeOwed(deps.pages, mirror.data.show, { viewer, redraw: true });
  // No subject: the page now asks for something, and a card with inputs is never edited behind the person's back.
  if (shown === null || shown.subject === '') return undefined;
  return { address: { ...address.data, conversationId: mirror.data.conversationId }, shown };
}
