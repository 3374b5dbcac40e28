import type { DateTime } from 'luxon';
import { stamp } from '../../ports/commit.ts';
import { load, put, replace } from '../../ports/documents.ts';
import type { PostOutcome } from '../../ports/messenger.ts';
import type { Shown } from '../../ports/pages.ts';
import { type Change, StoreError } from '../../ports/store.ts';
import { type Address, addressRecord, purposeOf } from '../../records/address.ts';
import { type Delivery, deliveryRecord, outcomeOf } from '../../records/message.ts';
import { mirrorId, mirrorRecord } from '../../records/mirror.ts';
import type { Loaded } from '../../records/record.ts';
import { oweRefresh } from '../owe/owe.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { lost } from './lost.ts';
import { afterOutcome } from './outcome.ts';

/** What was learnt about a claimed message, and what is to be written of it. */
export interface Told {
  readonly outcome: PostOutcome;
  readonly address: Loaded<Address>;
  readonly shown: Shown;
  /** When the page was composed: what changed later is not in it. */
  readonly drawnAt: DateTime;
}

type NotSent = Exclude<PostOutcome, { kind: 'sent' }>;
type RecordingDeps = Pick<DeliverDeps, 'store' | 'messenger' | 'pace' | 'clock' | 'random' | 'log'>;

/** Writes what became of a message, together with what follows from it: the card to keep in step, the way to the person. */
export function createRecording(deps: RecordingDeps, hear: (outcome: PostOutcome) => void) {
  /** Outcomes that the store could not take, of which try: while the process lives, nobody has to guess whether the message was sent. */
  const unrecorded = new Map<string, Told & { readonly attempt: number }>();

  async function record(held: Loaded<Delivery>, told: Told): Promise<void> {
    unrecorded.set(held.id, { ...told, attempt: held.data.attempts });
    const { outcome } = told;
    hear(outcome);
    if (outcome.kind === 'gone') await openAnew(held, told, outcome.reason);
    else await write(held, told, outcome);
    unrecorded.delete(held.id);
  }

  async function write(held: Loaded<Delivery>, told: Told, outcome: PostOutcome): Promise<void> {
    const now = deps.clock.now();
    const data = afterOutcome(held.data, outcome, now, deps.random());
    if (outcome.kind !== 'sent') noteNotSent(held, outcome, data.state);
    if (outcome.kind === 'retry') hold(outcome, data, now);
    const changes: Change[] = [replace(deliveryRecord, held, data)];
    if (outcome.kind === 'sent') changes.push(...(await mirrorOf(held, told, outcome.activityId)));
    if (outcome.kind === 'unreachable') changes.push(...lost(told.address, outcome.reason, now));
    // Cards say whether it stands in the channel; for a message to a person the figures do.
    if (purposeOf(data.to) !== undefined && outcomeOf(data) !== 'waiting')
      changes.push(oweRefresh(held, now, data.cause, `${held.id}-${data.attempts}`));
    await writeAll(held, changes, outcome.kind === 'unreachable');
  }

  /** What an operator finds of a message that somebody misses. */
  function noteNotSent(
    { id, data: { cause } }: Loaded<Delivery>,
    { kind, reason }: NotSent,
    state: Delivery['state'],
  ): void {
    deps.log.warn({ delivery: id, cause, outcome: kind, reason, state }, 'a message was not sent');
  }

  /**
   * The conversation is gone: it is opened anew, once for a message, and the message is due again. The people's own ids stay, so a stale
   * conversation id is no reason to lose anybody; a channel that is gone has to be bound anew by its people.
   */
  async function openAnew(held: Loaded<Delivery>, told: Told, reason: string): Promise<void> {
    const { address } = told;
    if (held.data.recreated || address.data.userId === '') return write(held, told, { kind: 'unreachable', reason });
    if (!(await deps.pace.turn(held.data.to))) return write(held, told, { kind: 'retry', reason });
    const opened = await deps.messenger.reopen(address.data);
    if (opened.kind === 'broken') hear(opened);
    if (opened.kind === 'unreachable' || opened.kind === 'gone' || opened.kind === 'refused')
      return write(held, told, { kind: 'unreachable', reason: opened.reason });
    // Nothing was posted: whatever became of the opening, it may be tried again.
    if (opened.kind !== 'opened') return write(held, told, { kind: 'retry', reason: opened.reason });
    const now = deps.clock.now();
    const { conversationId } = opened;
    const again: Delivery = { ...held.data, state: 'pending', recreated: true, reason, dueAt: stamp(now) };
    const changes = [
      replace(deliveryRecord, held, again),
      replace(addressRecord, address, { ...address.data, conversationId, at: stamp(now) }),
    ];
    await writeAll(held, changes, true);
  }

  /** @param changesAddress the person may have written to us meanwhile: then the way to them is another one */
  async function writeAll(held: Loaded<Delivery>, changes: readonly Change[], changesAddress: boolean): Promise<void> {
    try {
      await deps.store.commit(held.unit, changes);
    } catch (error) {
      if (!changesAddress || !(error instanceof StoreError && error.code === 'Conflict')) throw error;
      const again: Delivery = { ...held.data, state: 'pending', dueAt: stamp(deps.clock.now()) };
      await deps.store.commit(held.unit, [replace(deliveryRecord, held, again)]);
    }
  }

  /** What comes after it to the same person waits with it; if the service asked for silence, everybody does. */
  function hold(outcome: PostOutcome & { kind: 'retry' }, data: Delivery, now: DateTime): void {
    deps.pace.hold(Date.parse(data.dueAt) - now.toMillis(), data.to);
    if (outcome.afterMs !== undefined) deps.pace.hold(outcome.afterMs);
  }

  /** A message without an id cannot be updated, so it is not kept in step. */
  async function mirrorOf(delivery: Loaded<Delivery>, { address, shown, drawnAt }: Told, activityId: string) {
    if (shown.subject === '' || activityId === '') return [];
    const { conversationId } = address.data;
    const id = mirrorId(conversationId, activityId);
    const known = await load(deps.store, delivery.unit, mirrorRecord, id);
    const mirror = {
      subject: shown.subject,
      to: delivery.data.to,
      conversationId,
      activityId,
      show: delivery.data.show,
      delivery: delivery.id,
      updatedAt: stamp(drawnAt),
      dueAt: null,
    };
    return [put(mirrorRecord, { tenant: delivery.tenant, unit: delivery.unit, id }, known, mirror)];
  }

  return {
    record,
    /** @returns true when this process knows what became of the message, and has now written it */
    async finish(delivery: Loaded<Delivery>): Promise<boolean> {
      const told = unrecorded.get(delivery.id);
      if (told === undefined || delivery.data.state !== 'sending') return false;
      // Another process has taken over meanwhile, sent it once more, and ended over it.
      if (told.attempt !== delivery.data.attempts) return !unrecorded.delete(delivery.id);
      await record(delivery, told);
      return true;
    },
  };
}
