import type { DateTime } from 'luxon';
import type { Clock } from '../../ports/clock.ts';
import { stamp } from '../../ports/commit.ts';
import { create, decode, load, remove, replace } from '../../ports/documents.ts';
import { type Lease, mayBegin } from '../../ports/lease.ts';
import type { Messenger, PostOutcome } from '../../ports/messenger.ts';
import type { Change, Store, Stored } from '../../ports/store.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { type Delivery, deliveryBy, deliveryRecord, notRecalled } from '../../records/message.ts';
import { mirrorId, mirrorRecord } from '../../records/mirror.ts';
import { type Recall, recallId, recallRecord } from '../../records/recall.ts';
import type { Loaded, Scope } from '../../records/record.ts';
import { backoffMs } from '../send/outcome.ts';
import type { Pace } from '../send/pace.ts';

const stepSize = 20;
const lookAgain = { seconds: 10 };
const pauseMs = 60_000;
/** What the service has not done within a day, it will not do. */
const patience = { days: 1 };

/** Why a message stays where it is; kept in its reason after `notRecalled`. */
const recallFailures = ['noId', 'unreachable', 'gone', 'refused', 'timeout'] as const;
export type RecallFailure = (typeof recallFailures)[number];

export const failureOf = (delivery: Delivery): RecallFailure =>
  recallFailures.find((failure) => delivery.reason.startsWith(notRecalled + failure)) ?? 'refused';

/** Takes back what a cancelled spread has delivered; a second one of the same spread is refused by the store. */
export function oweRecall(scope: Scope, at: DateTime, of: { spread: string; by: string }): Change {
  return create(recallRecord, scope, recallId(of.spread), {
    spread: of.spread,
    asked: { by: of.by, at: stamp(at) },
    stage: 'delivered',
    cursor: '',
    last: false,
    dueAt: stamp(at),
    endedAt: null,
  });
}

/**
 * One step of a recall: at most 20 delivered messages become `recalling`. What was on its way when it began is found by a second round, once
 * nothing waits any more.
 */
export async function recallSpreadStep(deps: { store: Store; clock: Clock }, stored: Stored): Promise<void> {
  const recall = decode(recallRecord, stored);
  const { stage, spread, cursor } = recall.data;
  const now = deps.clock.now();
  if (stage === 'done') return;
  if (stage === 'waiting') {
    const next = (await isUnderWay(deps.store, recall))
      ? { ...recall.data, dueAt: stamp(now.plus(lookAgain)) }
      : { ...recall.data, stage: 'delivered' as const, last: true, dueAt: stamp(now) };
    await deps.store.commit(recall.unit, [replace(recallRecord, recall, next)]);
    return;
  }
  const page = await deps.store.query({
    unit: recall.unit,
    type: deliveryRecord.type,
    where: deliveryBy.outcome(spread, stage),
    limit: stepSize,
    ...(cursor === '' ? {} : { after: cursor }),
  });
  const found = page.items.map((item) => decode(deliveryRecord, item)).filter(isToRecall);
  const next = page.next === undefined ? afterStage(recall.data, now) : { ...recall.data, cursor: page.next };
  await deps.store.commit(recall.unit, [
    ...found.map((delivery) => replace(deliveryRecord, delivery, marked(delivery.data, now))),
    replace(recallRecord, recall, { ...next, dueAt: stamp(now) }),
  ]);
}

const isToRecall = ({ data }: Loaded<Delivery>): boolean =>
  data.state === 'sent' && !data.reason.startsWith(notRecalled);

const failed = (delivery: Delivery, why: RecallFailure, said = ''): Delivery => ({
  ...delivery,
  state: 'sent',
  reason: `${notRecalled}${why} ${said}`.trim(),
});

/** The service takes a message back by its id alone. */
const marked = (delivery: Delivery, now: DateTime): Delivery =>
  delivery.activityId === ''
    ? failed(delivery, 'noId')
    : { ...delivery, state: 'recalling', reason: '', dueAt: stamp(now) };

function afterStage(recall: Recall, now: DateTime): Recall {
  if (recall.stage === 'delivered') return { ...recall, stage: 'answered', cursor: '' };
  if (!recall.last) return { ...recall, stage: 'waiting', cursor: '' };
  return { ...recall, stage: 'done', cursor: '', endedAt: stamp(now) };
}

async function isUnderWay(store: Store, { unit, data }: Loaded<Recall>): Promise<boolean> {
  const { type } = deliveryRecord;
  const waiting = deliveryBy.outcome(data.spread, 'waiting');
  const going = deliveryBy.recall(data.spread, 'going');
  return (await store.count({ unit, type, where: waiting })) + (await store.count({ unit, type, where: going })) > 0;
}

export interface RecallDeps {
  readonly store: Store;
  readonly messenger: Pick<Messenger, 'remove'>;
  readonly pace: Pick<Pace, 'turn' | 'readyIn' | 'hold'>;
  readonly lease: Pick<Lease, 'remainingMs'>;
  readonly clock: Clock;
  readonly random: () => number;
  /** Told each answer of the service. */
  readonly hear: (outcome: PostOutcome) => void;
}

/**
 * Takes one message back from the chat it was posted to, and stops keeping its card in step. Idempotent, so an unknown outcome is tried again.
 * @returns from the handler: `later` when nothing may be asked of the service now
 */
export function createRecallStep(deps: RecallDeps): (stored: Stored) => Promise<'later' | undefined> {
  async function after(delivery: Loaded<Delivery>, outcome: PostOutcome, now: DateTime): Promise<Delivery> {
    const { data } = delivery;
    switch (outcome.kind) {
      case 'sent':
        return { ...data, state: 'recalled', reason: '' };
      case 'gone':
        // One whose taking back was in doubt is gone because it was taken back.
        return data.reason === '' ? failed(data, 'gone', outcome.reason) : { ...data, state: 'recalled', reason: '' };
      case 'unreachable':
      case 'refused':
        return failed(data, outcome.kind, outcome.reason);
      case 'broken':
        return { ...data, dueAt: stamp(now.plus(pauseMs)) };
      case 'retry':
      case 'unknown':
        return again(delivery, outcome, now);
    }
  }

  async function again(
    delivery: Loaded<Delivery>,
    outcome: PostOutcome & { kind: 'retry' | 'unknown' },
    now: DateTime,
  ): Promise<Delivery> {
    const { data } = delivery;
    const recall = await load(deps.store, delivery.unit, recallRecord, recallId(data.cause));
    if (recall === undefined || recall.data.asked.at < stamp(now.minus(patience)))
      return failed(data, 'timeout', outcome.reason);
    const attempts = data.attempts + 1;
    const asked = outcome.kind === 'retry' ? outcome.afterMs : undefined;
    const wait = asked ?? backoffMs(attempts, deps.random());
    if (outcome.kind === 'retry') deps.pace.hold(wait, data.to);
    if (asked !== undefined) deps.pace.hold(asked);
    const reason = outcome.kind === 'unknown' ? outcome.reason : data.reason;
    return { ...data, attempts, reason, dueAt: stamp(now.plus(wait)) };
  }

  return async (stored) => {
    const delivery = decode(deliveryRecord, stored);
    const { data, unit } = delivery;
    if (data.state !== 'recalling') return;
    // One busy person, or a silence that was asked for, must not keep the others of its batch waiting.
    if (deps.pace.readyIn(data.to) > 0) return 'later';
    const address = await load(deps.store, unit, addressRecord, addressId(data.to));
    if (address?.data.reachable !== 'yes') {
      const aside = failed(data, 'unreachable', address?.data.reason);
      await deps.store.commit(unit, [replace(deliveryRecord, delivery, aside)]);
      return;
    }
    if (!(await deps.pace.turn(data.to))) return 'later';
    // Asked for twice, the second answer would be that there is no such message.
    if (!mayBegin(deps.lease)) return 'later';
    const outcome = await deps.messenger.remove(address.data, data.activityId);
    deps.hear(outcome);
    const next = await after(delivery, outcome, deps.clock.now());
    const changes = [replace(deliveryRecord, delivery, next)];
    if (next.state === 'recalled') {
      const id = mirrorId(address.data.conversationId, data.activityId);
      const mirror = await load(deps.store, unit, mirrorRecord, id);
      if (mirror !== undefined) changes.push(remove(mirror));
    }
    await deps.store.commit(unit, changes);
  };
}
