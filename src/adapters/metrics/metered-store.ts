import { type Store, StoreError } from '../../ports/store.ts';
import type { Metrics } from './metrics.ts';

type Call = Exclude<keyof Store, 'close'>;

/** The store, its calls and refusals counted. What it answers is handed on as it is. */
export function meteredStore(
  store: Store,
  { storeCalls, storeErrors }: Pick<Metrics, 'storeCalls' | 'storeErrors'>,
): Store {
  function counted<K extends Call>(call: K): Store[K] {
    const calls = storeCalls.labels(call);
    const note = (error: unknown): void => {
      storeErrors.inc({ call, code: error instanceof StoreError ? error.code : 'unknown' });
    };
    const ask = store[call].bind(store) as (...asked: unknown[]) => Promise<unknown>;
    return ((...asked: unknown[]) => {
      calls.inc();
      const answer = ask(...asked);
      answer.catch(note);
      return answer;
    }) as Store[K];
  }
  return {
    get: counted('get'),
    getMany: counted('getMany'),
    query: counted('query'),
    count: counted('count'),
    countBy: counted('countBy'),
    commit: counted('commit'),
    findEverywhere: counted('findEverywhere'),
    due: counted('due'),
    totals: counted('totals'),
    close: () => store.close(),
  };
}
