import { create, eachStored } from '../../src/ports/documents.ts';
import type { Change, Stored } from '../../src/ports/store.ts';
import { deliveryRecord, spreadRecord } from '../../src/records/message.ts';
import { heldBy, type Restoration, restorationId, restorationRecord } from '../../src/records/restoration.ts';
import { type Office, scope } from './office.ts';

/** In UTC: the evening before the office of the tests opens. */
export const takenAt = '2026-11-01T15:00:00.000Z';

/**
 * Leaves the office as a restoration does: whatever was to be sent owes nothing any more and is held back under the restoration's id, its
 * record unchanged, and the office has to choose.
 * @returns the restoration's id
 */
export async function restored(office: Office, over: Partial<Restoration> = {}): Promise<string> {
  const restoredAt = office.now.toUTC().toISO() ?? '';
  const id = restorationId(restoredAt);
  const unsent: Stored[] = [];
  for (const { type } of [deliveryRecord, spreadRecord])
    for await (const stored of eachStored(office.store, { unit: scope.unit, type }))
      if (['send', 'sendUrgent', 'spread'].includes(stored.doc.lane ?? '')) unsent.push(stored);
  for (const stored of unsent) await office.store.commit(scope.unit, [held(stored, id)]);
  const data: Restoration = {
    ...{ takenAt, restoredAt, held: unsent.length, choice: 'open', chosen: null, dealt: 0, isDone: false },
    ...over,
  };
  await office.store.commit(scope.unit, [create(restorationRecord, scope, id, data)]);
  return id;
}

function held({ doc: { lane: _lane, dueAt: _dueAt, ...doc }, etag }: Stored, id: string): Change {
  const { field, equals } = heldBy(id);
  return { op: 'replace', doc: { ...doc, index: { ...doc.index, [field]: equals } }, etag };
}
