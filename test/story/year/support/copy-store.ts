import type { Store } from '../../../../src/ports/store.ts';
import { memoryStore } from '../../../support/memory-store.ts';
import { scope } from '../../../support/office.ts';

/** What a commit of the store's contract takes. */
const mostChanges = 100;

/** Every type that a round comes by before the council; what happened is not copied, only how things stand. */
const types = [
  'address',
  'assessment',
  'closing',
  'delivery',
  'department',
  'nomination',
  'opinionReminder',
  'person',
  'plan',
  'round',
  'spread',
  'wave',
];

/** A store of its own with the same documents, so that one morning can be lived many times. */
export async function copyStore(store: Store): Promise<Store> {
  const copy = memoryStore();
  const found = await Promise.all(types.map((type) => store.query({ unit: scope.unit, type, limit: 10_000 })));
  const docs = found.flatMap(({ items }) => items.map(({ doc }) => doc));
  for (let i = 0; i < docs.length; i += mostChanges) {
    const changes = docs.slice(i, i + mostChanges).map((doc) => ({ op: 'create' as const, doc }));
    await copy.commit(scope.unit, changes);
  }
  return copy;
}
