import type { DateTime } from 'luxon';
import type { Clock } from '../../ports/clock.ts';
import { stamp } from '../../ports/commit.ts';
import { decode, list, load, remove, replace } from '../../ports/documents.ts';
import { type Lease, mayBegin } from '../../ports/lease.ts';
import type { Messenger, PostOutcome } from '../../ports/messenger.ts';
import type { Pages } from '../../ports/pages.ts';
import { type Store, type Stored, StoreError } from '../../ports/store.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { type Mirror, mirrorBy, mirrorRecord, outdatedBy, refreshRecord } from '../../records/mirror.ts';
import type { Loaded } from '../../records/record.ts';
import { composeOwed } from '../send/compose-owed.ts';
import type { Pace } from '../send/pace.ts';
import { stampCard } from '../send/stamp-card.ts';
import { viewerOf } from '../send/viewer.ts';
import { redrawAt, secondLook } from './first-look.ts';
import { newestOf } from './newest.ts';

export interface MirrorDeps {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly pages: Pages;
  readonly pace: Pick<Pace, 'turn' | 'readyIn' | 'hold'>;
  readonly lease: Pick<Lease, 'remainingMs'>;
  readonly clock: Clock;
  /** Told each answer of the service: that it refuses everything concerns all who send. */
  readonly hear: (outcome: PostOutcome) => void;
}

const gap = { seconds: 5 };
const stepSize = 48;
const brokenPause = { minutes: 1 };

/**
 * A subject changed: every card that shows it becomes due, none sooner than five seconds after its last update. A card that was
 * composed before the change and posted after this look would be missed, so there is a second one.
 */
export async function refreshStep(deps: MirrorDeps, stored: Stored): Promise<void> {
  const refresh = decode(refreshRecord, stored);
  const now = deps.clock.now();
  const { cursor } = refresh.data;
  const since = refresh.data.since ?? stamp(now);
  const page = await deps.store.query({
    unit: refresh.unit,
    type: mirrorRecord.type,
    where: outdatedBy(refresh.data),
    limit: stepSize,
    ...(cursor === '' ? {} : { after: cursor }),
  });
  const stale = page.items.map((item) => decode(mirrorRecord, item)).filter((m) => m.data.updatedAt <= since);
  // One that is due already is written too: should it be drawn just now without the change, it is not taken for up to date.
  const changes = stale.map((mirror) => {
    return replace(mirrorRecord, mirror, { ...mirror.data, dueAt: redrawAt(mirror, now) });
  });
  const goesOn = { ...refresh.data, since, cursor: page.next ?? '', dueAt: stamp(now) };
  if (page.next !== undefined) changes.push(replace(refreshRecord, refresh, goesOn));
  else if (refresh.data.late) changes.push(remove(refresh));
  else changes.push(replace(refreshRecord, refresh, { ...goesOn, late: true, dueAt: stamp(now.plus(secondLook)) }));
  await deps.store.commit(refresh.unit, changes);
}

/** Redraws one posted card from current records. Idempotent. @returns `later` when nothing may be sent any more */
export async function mirrorStep(deps: MirrorDeps, stored: Stored): Promise<'later' | undefined> {
  const mirror = decode(mirrorRecord, stored);
  const { to } = mirror.data;
  const waitMs = deps.pace.readyIn(to);
  if (waitMs > 0) return putOff(deps, mirror, waitMs);
  if (!(await deps.pace.turn(to))) return 'later';
  const now = deps.clock.now();
  const drawn = await draw(deps, mirror, now).catch(async (error: unknown) => {
    // A page that breaks would break again each second; it is let go, and the fault is logged once.
    if (!(error instanceof StoreError)) await deps.store.commit(mirror.unit, [remove(mirror)]);
    throw error;
  });
  if (drawn === undefined) {
    await deps.store.commit(mirror.unit, [remove(mirror)]);
    return;
  }
  // A click may have put a form in the card's place: nothing is drawn over what somebody is about to type.
  if ((await deps.store.get(mirror.unit, mirror.id))?.etag !== mirror.etag) return;
  // Another process that draws it by then would be drawn over, and by an older card.
  if (!mayBegin(deps.lease)) return 'later';
  const outcome = await deps.messenger.update(drawn.address, mirror.data.activityId, drawn.shown);
  deps.hear(outcome);
  if (outcome.kind === 'retry' && outcome.afterMs !== undefined) deps.pace.hold(outcome.afterMs);
  const after = afterUpdate(mirror.data, outcome, now);
  // Nothing that it shows changes: once drawn it is done with.
  const data = mirror.data.subject === '' && after?.dueAt === null ? undefined : after;
  await deps.store.commit(mirror.unit, [data === undefined ? remove(mirror) : replace(mirrorRecord, mirror, data)]);
}

/** Many cards of one busy person must not stand before those of everybody else. */
async function putOff(deps: MirrorDeps, mirror: Loaded<Mirror>, waitMs: number): Promise<undefined> {
  const dueAt = stamp(deps.clock.now().plus(waitMs));
  await deps.store.commit(mirror.unit, [replace(mirrorRecord, mirror, { ...mirror.data, dueAt })]);
}

/** @returns undefined when the message cannot be updated any more */
function afterUpdate(mirror: Mirror, outcome: PostOutcome, now: DateTime): Mirror | undefined {
  switch (outcome.kind) {
    case 'sent':
      return { ...mirror, updatedAt: stamp(now), dueAt: null };
    case 'retry':
      return { ...mirror, dueAt: stamp(now.plus(outcome.afterMs ?? gap)) };
    case 'unknown':
      // What must not be asked again waits for the next change.
      return { ...mirror, dueAt: outcome.mayResend ? stamp(now.plus(gap)) : null };
    case 'broken':
      return { ...mirror, dueAt: stamp(now.plus(brokenPause)) };
    case 'unreachable':
    case 'gone':
    case 'refused':
      return undefined;
  }
}

async function isAmongNewest(store: Store, mirror: Loaded<Mirror>): Promise<boolean> {
  const where = mirrorBy.card(mirror.data);
  const alike = await list(store, { unit: mirror.unit, type: mirrorRecord, where });
  return newestOf(alike).some(({ id }) => id === mirror.id);
}

/** @returns undefined when the card is an old one or has nothing to show any more: it stays as it is, and is no longer kept in step */
async function draw(deps: MirrorDeps, mirror: Loaded<Mirror>, now: DateTime) {
  if (!(await isAmongNewest(deps.store, mirror))) return undefined;
  const address = await load(deps.store, mirror.unit, addressRecord, addressId(mirror.data.to));
  const viewer = await viewerOf(deps.store, { unit: mirror.unit, owner: mirror.data.to, at: now });
  if (address === undefined || viewer === undefined) return undefined;
  const shown = await composeOwed(deps.pages, mirror.data.show, { viewer, redraw: true });
  if (shown === null || shown.asks) return undefined;
  const { delivery, conversationId } = mirror.data;
  // It goes on telling which delivery it came with.
  const card = delivery === '' ? shown.card : stampCard(shown.card, delivery);
  return { address: { ...address.data, conversationId }, shown: { ...shown, card } };
}
