import { MAX_IDS } from '../ports/limits.ts';
import type { Store, Stored } from '../ports/store.ts';

interface Asked {
  readonly id: string;
  readonly found: (stored: Stored | undefined) => void;
  readonly failed: (error: unknown) => void;
}

/** Reads documents by id: what is asked for before the turn has to wait for anything goes to the store in one call. */
export function createPointReads(store: Pick<Store, 'get' | 'getMany'>, unit: string) {
  let waiting: Asked[] = [];

  async function read(batch: readonly Asked[]): Promise<void> {
    const [only] = batch;
    try {
      if (only !== undefined && batch.length === 1) return only.found(await store.get(unit, only.id));
      const found = await store.getMany(
        unit,
        batch.map(({ id }) => id),
      );
      for (const { id, found: tell } of batch) tell(found.get(id));
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  function flush(): void {
    const asked = waiting;
    waiting = [];
    for (let start = 0; start < asked.length; start += MAX_IDS) void read(asked.slice(start, start + MAX_IDS));
  }

  return (id: string): Promise<Stored | undefined> =>
    new Promise((found, failed) => {
      // After all promises that are kept already: what follows from a document that is known is asked for as well.
      if (waiting.length === 0) process.nextTick(flush);
      waiting.push({ id, found, failed });
    });
}
