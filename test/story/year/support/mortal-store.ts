import { type Store, StoreError } from '../../../../src/ports/store.ts';

/** The store of a process that is killed at its n-th commit, just before or just after it is written: nothing it does counts from then on. */
export function mortalStore(store: Store, killed: { readonly at: number; readonly when: 'before' | 'after' }) {
  let commits = 0;
  let isDead = false;
  const alive = <T>(work: () => Promise<T>): Promise<T> =>
    isDead ? Promise.reject(new StoreError('Unavailable')) : work();
  const mortal: Store = {
    get: (unit, id) => alive(() => store.get(unit, id)),
    getMany: (unit, ids) => alive(() => store.getMany(unit, ids)),
    query: (query) => alive(() => store.query(query)),
    count: (query) => alive(() => store.count(query)),
    countBy: (query) => alive(() => store.countBy(query)),
    findEverywhere: (id) => alive(() => store.findEverywhere(id)),
    due: (query) => alive(() => store.due(query)),
    totals: (type) => alive(() => store.totals(type)),
    close: () => store.close(),
    commit: (unit, changes) =>
      alive(async () => {
        commits += 1;
        if (commits < killed.at) return store.commit(unit, changes);
        isDead = true;
        if (killed.when === 'after') await store.commit(unit, changes);
        throw new StoreError('Unavailable');
      }),
  };
  return { store: mortal, isDead: (): boolean => isDead, commits: (): number => commits };
}
