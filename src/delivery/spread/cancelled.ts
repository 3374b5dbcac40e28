import type { DateTime } from 'luxon';
import { stamp } from '../../ports/commit.ts';
import { load, replace } from '../../ports/documents.ts';
import type { Change, StoreReads } from '../../ports/store.ts';
import { type Delivery, type Spread, spreadId, spreadRecord } from '../../records/message.ts';
import type { Loaded, Scope } from '../../records/record.ts';
import { oweRefresh } from '../owe/owe.ts';

/** From now on it reaches nobody more: what was owed by it and not sent yet is dropped when its turn comes. */
export function cancelSpread(scope: Scope, at: DateTime, spread: Loaded<Spread>): Change[] {
  const now = stamp(at);
  const data: Spread = { ...spread.data, state: 'cancelled', dueAt: now, endedAt: now, watchAt: now };
  return [replace(spreadRecord, spread, data), oweRefresh(scope, at, spread.id, spread.rev + 1)];
}

/** Whether what caused the message was cancelled before it went out. One point read, only for a message to many people. */
export async function isCancelled(store: StoreReads, delivery: Loaded<Delivery>): Promise<boolean> {
  const { cause } = delivery.data;
  if (!cause.startsWith(spreadId(''))) return false;
  const spread = await load(store, delivery.unit, spreadRecord, cause);
  return spread?.data.state === 'cancelled';
}
