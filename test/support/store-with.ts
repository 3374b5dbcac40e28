import type { Store } from '../../src/ports/store.ts';

/** The store with some of its functions replaced; all others reach it. */
export function storeWith(store: Store, replaced: Partial<Store>): Store {
  return {
    get: (unit, id) => store.get(unit, id),
    getMany: (unit, ids) => store.getMany(unit, ids),
    query: (query) => store.query(query),
    count: (query) => store.count(query),
    countBy: (query) => store.countBy(query),
    commit: (unit, changes) => store.commit(unit, changes),
    findEverywhere: (id) => store.findEverywhere(id),
    due: (query) => store.due(query),
    totals: (type) => store.totals(type),
    close: () => store.close(),
    ...replaced,
  };
}
