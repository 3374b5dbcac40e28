import type { PageEvent } from '../shared/types.ts';

/** Who may see an event: the keys of people, or everyone. */
export type Audience = 'everyone' | ReadonlySet<string>;

export type Hub = ReturnType<typeof createHub>;

/** Tells pages and test clients what happens. */
export function createHub() {
  const listeners = new Set<(event: PageEvent, audience: Audience) => void>();
  return {
    emit(event: PageEvent, audience: Audience = 'everyone') {
      for (const listener of listeners) listener(event, audience);
    },
    listen(listener: (event: PageEvent, audience: Audience) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
