import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import type { Lease } from '../../ports/lease.ts';
import type { Messenger } from '../../ports/messenger.ts';
import type { Pages } from '../../ports/pages.ts';
import type { Store } from '../../ports/store.ts';
import type { Pace } from './pace.ts';

/** What sending one message takes. */
export interface DeliverDeps {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly pages: Pages;
  readonly pace: Pace;
  readonly lease: Lease;
  readonly clock: Clock;
  /** Monotonic milliseconds; the pace is kept in real time whatever the clock says. */
  readonly monotonic: () => number;
  readonly random: () => number;
  /** When the next of the requests that merge may go to the person to whom the `last` went. */
  readonly nextRequestAt: (unit: string, of: { last: DateTime; now: DateTime }) => Promise<DateTime>;
  readonly log: Logger;
}
