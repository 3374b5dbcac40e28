import type { Deps } from '../pipeline/context.ts';
import type { Stored } from '../ports/store.ts';
import { closeRound } from './closing/close-round.ts';
import { lapseReturned } from './closing/lapse-returned.ts';
import { lookAtOpening } from './closing/look-at-opening.ts';
import { lookAtRound } from './reminders/look-at-round.ts';
import { markOverdue } from './review/mark-overdue.ts';
import { remindReviewer } from './review/remind-reviewer.ts';
import { dropExport } from './sendings/drop-export.ts';

export interface DueHandler {
  readonly lane: string;
  readonly everyMs: number;
  readonly handle: (stored: Stored) => Promise<void>;
}

/** Work that falls due by the calendar. */
export function dueHandlers(deps: Deps): DueHandler[] {
  return [
    { lane: 'calendar', everyMs: 60_000, handle: (stored) => lookAtRound(deps, stored) },
    { lane: 'opinionReminder', everyMs: 60_000, handle: (stored) => remindReviewer(deps, stored) },
    { lane: 'opinion', everyMs: 60_000, handle: (stored) => markOverdue(deps, stored) },
    { lane: 'close', everyMs: 10_000, handle: (stored) => closeRound(deps, stored) },
    { lane: 'lapse', everyMs: 60_000, handle: (stored) => lapseReturned(deps, stored) },
    { lane: 'opening', everyMs: 60_000, handle: (stored) => lookAtOpening(deps, stored) },
    { lane: 'export', everyMs: 60_000, handle: (stored) => dropExport(deps, stored) },
  ];
}
