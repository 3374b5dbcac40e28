import type { Turn } from '../../pipeline/turn.ts';
import { eachStored } from '../../ports/documents.ts';
import { deliveryBy, deliveryRecord, heldDropped, type Spread, spreadRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { heldBy, isHeld, type Restoration, restorationRecord } from '../../records/restoration.ts';

/** Restorations of which something may still be held back, oldest first; hardly ever any. */
export async function unsettledRestorations(turn: Turn): Promise<Loaded<Restoration>[]> {
  const all = await turn.list(restorationRecord);
  return all.filter(({ data }) => !data.isDone);
}

/** How many messages, and announcements under way, a restoration holds back now. */
export async function countHeld(turn: Turn, restoration: string): Promise<number> {
  const where = heldBy(restoration);
  return (await turn.count(deliveryRecord, where)) + (await turn.count(spreadRecord, where));
}

/** Whether this message, or spread, goes nowhere before the office has chosen what becomes of what a restoration holds back. */
export const isHeldBack = async (turn: Turn, id: string): Promise<boolean> => (await heldBackAmong(turn, [id])).has(id);

/** Those of them that do. Looked at one by one only while a restoration is unsettled. */
export async function heldBackAmong(turn: Turn, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || (await unsettledRestorations(turn)).length === 0) return new Set();
  const { unit } = turn.scope;
  const stored = await Promise.all(ids.map((id) => turn.store.get(unit, id)));
  return new Set(stored.flatMap((one) => (one !== undefined && isHeld(one.doc) ? [one.doc.id] : [])));
}

/** What is held back of a sending. */
export interface HeldBack {
  readonly messages: number;
  /** Nothing more of it goes out by itself. */
  readonly isAll: boolean;
}

/**
 * Looks at each of its messages that waits, and only while a restoration is unsettled: no index knows of both.
 * @param waiting how many of its messages do, as its figures have it
 */
export async function heldBackOf(turn: Turn, spread: Loaded<Spread>, waiting: number): Promise<HeldBack> {
  if ((await unsettledRestorations(turn)).length === 0) return { messages: 0, isAll: false };
  const { unit } = turn.scope;
  const where = deliveryBy.outcome(spread.id, 'waiting');
  let messages = 0;
  for await (const { doc } of eachStored(turn.store, { unit, type: deliveryRecord.type, where }))
    if (isHeld(doc)) messages += 1;
  const isRunning = spread.data.state === 'running';
  const isStill = isRunning ? await isHeldBack(turn, spread.id) : messages > 0;
  return { messages, isAll: isStill && messages >= waiting };
}

/** Whether the office did not want some of a sending's messages sent after a restoration. Looks at its dropped ones only if it ever chose so. */
export async function hasHeldDropped(turn: Turn, spread: string): Promise<boolean> {
  const restorations = await turn.list(restorationRecord);
  if (restorations.every(({ data }) => data.choice !== 'drop')) return false;
  for await (const { data } of turn.each(deliveryRecord, deliveryBy.outcome(spread, 'dropped')))
    if (data.reason === heldDropped.reason) return true;
  return false;
}
