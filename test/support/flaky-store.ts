import { type Store, StoreError } from '../../src/ports/store.ts';
import { storeWith } from './store-with.ts';

export interface Faults {
  /** Which commit (1 = the first) is applied and its answer lost. */
  readonly failAfterCommit?: number;
  /** Which commit never reaches the store. */
  readonly failBeforeCommit?: number;
}

/** A store whose connection breaks at a chosen commit: the caller sees Unavailable and cannot tell whether it was applied. */
export function flakyStore(store: Store, { failAfterCommit, failBeforeCommit }: Faults): Store {
  let commits = 0;
  return storeWith(store, {
    async commit(unit, changes) {
      commits += 1;
      if (commits === failBeforeCommit) throw new StoreError('Unavailable');
      const etags = await store.commit(unit, changes);
      if (commits === failAfterCommit) throw new StoreError('Unavailable');
      return etags;
    },
  });
}
