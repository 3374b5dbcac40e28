import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { Store } from '../../src/ports/store.ts';

/** What was done with the store: by one turn until it was answered, or by itself. */
export interface StoreCount {
  /** By method. */
  readonly calls: Record<string, number>;
  read: number;
  written: number;
}

/** Since it was last asked. */
export interface Counts {
  readonly turns: readonly StoreCount[];
  /** What lanes did, and turns after their answer. */
  readonly background: StoreCount;
}

const nothing = (): StoreCount => ({ calls: {}, read: 0, written: 0 });

/** A store that counts for the request on whose behalf it is called. */
export function createTally() {
  const requests = new AsyncLocalStorage<{ count: StoreCount; open: boolean }>();
  let turns: StoreCount[] = [];
  let background = nothing();
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: { url?: string } };
    const count = nothing();
    if (request.url === '/api/messages') turns.push(count);
    requests.enterWith({ count, open: true });
  });
  subscribe('http.server.response.finish', () => {
    const current = requests.getStore();
    if (current !== undefined) current.open = false;
  });

  const around = (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const method = Reflect.get(target, name) as unknown;
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => {
          const answer: unknown = method.apply(target, args);
          const current = requests.getStore();
          const count = current?.open === true ? current.count : background;
          count.calls[String(name)] = (count.calls[String(name)] ?? 0) + 1;
          if (name === 'commit') count.written += (args[1] as unknown[]).length;
          else if (name !== 'count' && name !== 'countBy') return counted(answer as Promise<unknown>, count);
          return answer;
        };
      },
    });

  return {
    around,
    take(): Counts {
      const taken = { turns, background };
      turns = [];
      background = nothing();
      return taken;
    },
  };
}

async function counted(answer: Promise<unknown>, count: StoreCount): Promise<unknown> {
  const found = await answer;
  count.read += documentsIn(found);
  return found;
}

function documentsIn(found: unknown): number {
  if (found === undefined || found === null) return 0;
  if (Array.isArray(found)) return found.length;
  if (found instanceof Map) return found.size;
  if (typeof found === 'object' && 'items' in found) return (found.items as unknown[]).length;
  return 1;
}
