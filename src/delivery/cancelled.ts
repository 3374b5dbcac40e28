import { load } from '../ports/documents.ts';
import type { Store } from '../ports/store.ts';
import { type Delivery, spreadId, spreadRecord } from '../records/message.ts';
import type { Loaded } from '../records/record.ts';

/** Whether what caused the message was cancelled before it went out. One point read, only for a message to many people. */
export async function isCancelled(store: Store, delivery: Loaded<Delivery>): Promise<boolean> {
  const { cause } = delivery.data;
  if (!cause.startsWith(spreadId(''))) return false;
  const spread = await load(store, delivery.unit, spreadRecord, cause);
  return spread?.data.state === 'cancelled';
}
