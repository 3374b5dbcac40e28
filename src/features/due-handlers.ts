import type { Stored } from '../ports/store.ts';
import type { Deps } from './context.ts';

export interface DueHandler {
  readonly lane: string;
  readonly everyMs: number;
  readonly handle: (stored: Stored) => Promise<void>;
}

/** Work that falls due by the calendar. */
export function dueHandlers(_deps: Deps): DueHandler[] {
  return [];
}
