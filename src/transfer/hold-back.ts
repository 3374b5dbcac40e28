import type { DateTime } from 'luxon';
import { stamp } from '../ports/commit.ts';
import { create } from '../ports/documents.ts';
import type { Doc, Store } from '../ports/store.ts';
import type { Scope } from '../records/record.ts';
import { heldBy, restorationId, restorationRecord } from '../records/restoration.ts';

/** Lanes whose work ends in a message that people may have had since the backup was made. */
const telling: ReadonlySet<string> = new Set(['send', 'sendUrgent', 'spread']);

/** A document of a backup as it is brought back: what it owes to people waits for the office. @param restoration its id */
export function heldBack(doc: Doc, restoration: string): Doc {
  const { lane, dueAt, ...rest } = doc;
  if (lane === undefined || !telling.has(lane)) return doc;
  const { field, equals } = heldBy(restoration);
  return { ...rest, index: { ...doc.index, [field]: equals } };
}

export interface Restoring {
  /** When the backup was made, and now. */
  readonly takenAt: DateTime;
  readonly restoredAt: DateTime;
  readonly units: readonly Scope[];
}

/** Tells each unit's office that there is something to choose. Done twice, it is told once. @returns how many wait in all units */
export async function askOffices(store: Store, { takenAt, restoredAt, units }: Restoring): Promise<number> {
  const id = restorationId(stamp(takenAt));
  let all = 0;
  for (const scope of units) {
    const counts = ['delivery', 'spread'].map((type) => store.count({ unit: scope.unit, type, where: heldBy(id) }));
    const held = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    all += held;
    if (held === 0 || (await store.get(scope.unit, id)) !== undefined) continue;
    const open = { held, choice: 'open' as const, chosen: null, dealt: 0, isDone: false };
    const data = { takenAt: stamp(takenAt), restoredAt: stamp(restoredAt), ...open };
    await store.commit(scope.unit, [create(restorationRecord, scope, id, data)]);
  }
  return all;
}
