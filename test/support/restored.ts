import { DateTime } from 'luxon';
import { eachStored } from '../../src/ports/documents.ts';
import { deliveryRecord, spreadRecord } from '../../src/records/message.ts';
import { restorationId } from '../../src/records/restoration.ts';
import { askOffices, heldBack } from '../../src/transfer/hold-back.ts';
import { type Office, scope } from './office.ts';

/** In UTC: the evening before the office of the tests opens. */
const eveningBefore = '2026-11-01T15:00:00.000Z';

/**
 * Leaves the office as if all it has now had been brought back from a backup.
 * @param takenAt UTC; of two restorations each has its own
 * @returns the restoration's id
 */
export async function restored(office: Office, takenAt = eveningBefore): Promise<string> {
  const id = restorationId(takenAt);
  for (const { type } of [deliveryRecord, spreadRecord])
    for await (const { doc, etag } of eachStored(office.store, { unit: scope.unit, type })) {
      const held = heldBack(doc, id);
      if (held !== doc) await office.store.commit(scope.unit, [{ op: 'replace', doc: held, etag }]);
    }
  await askOffices(office.store, { takenAt: DateTime.fromISO(takenAt), restoredAt: office.now, units: [scope] });
  return id;
}
