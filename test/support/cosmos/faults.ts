/** What an answer becomes. `Inside`: a batch is answered 207, and each operation with the 429. */
export type Fault = 'throttled' | 'throttledInside' | 'away' | 'cutBefore' | 'cutAfter';
export type Kind = 'read' | 'query' | 'batch';

/** Faults to come, in the order they were ordered; each answer takes the first that is meant for its kind. */
export function createFaults() {
  const waiting: { readonly kind: Kind; readonly fault: Fault }[] = [];
  return {
    order(kind: Kind, fault: Fault, times = 1): void {
      for (let n = 0; n < times; n += 1) waiting.push({ kind, fault });
    },
    next(kind: Kind): Fault | undefined {
      const at = waiting.findIndex((each) => each.kind === kind);
      return at === -1 ? undefined : waiting.splice(at, 1)[0]?.fault;
    },
    clear(): void {
      waiting.length = 0;
    },
  };
}
