import type { DateTime } from 'luxon';
import { stamp } from '../ports/commit.ts';
import { create } from '../ports/documents.ts';
import type { Doc, Store } from '../ports/store.ts';
import type { Scope, Where } from '../records/record.ts';
import { heldBy, restorationId, restorationRecord, unreachedBy } from '../records/restoration.ts';

/** Lanes whose work ends in a message that people may have had since the backup was made. */
const telling: ReadonlySet<string> = new Set(['send', 'sendUrgent', 'spread']);

/** A document of a backup as it is brought back: what it owes to people waits for the office. @param restoration its id */
export function heldBack(doc: Doc, restoration: string): Doc {
  const { lane, dueAt, ...rest } = doc;
  const where = lane === undefined ? waitingFor(doc, restoration) : heldBy(restoration);
  if (where === undefined || (lane !== undefined && !telling.has(lane))) return doc;
  const { field, equals } = where;
  return { ...rest, index: { ...doc.index, [field]: equals } };
}

/** Due in no lane, and owed again to whoever can be reached: since the backup they may have been, and have had it. */
const waitingFor = ({ type, data }: Doc, restoration: string): Where | undefined =>
  type === 'delivery' && (data as { readonly state?: unknown }).state === 'unreachable'
    ? unreachedBy(restoration)
    : undefined;

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
    // Of these alone nothing is asked; they are let go when the office has seen that its data came from a backup.
    const unreached = await store.count({ unit: scope.unit, type: 'delivery', where: unreachedBy(id) });
    if (held + unreached === 0 || (await store.get(scope.unit, id)) !== undefined) continue;
    const open = { held, choice: 'open' as const, chosen: null, dealt: 0, isDone: false };
    const data = { takenAt: stamp(takenAt), restoredAt: stamp(restoredAt), ...open };
    await store.commit(scope.unit, [create(restorationRecord, scope, id, data)]);
  }
  return all;
}
