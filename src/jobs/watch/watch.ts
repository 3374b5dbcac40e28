import type { Logger } from 'pino';
import type { Lease } from '../../ports/lease.ts';
import { type Alert, type AlertId, alertIds, alertsOf, recentMs } from './alerts.ts';
import type { DeliveriesNow, Oldest } from './deliveries.ts';
import { createRecent } from './recent.ts';

/** What happens to the process, as those see it who do it. */
export type Happening = 'sent' | 'notSent' | 'broken' | 'tokenTaken' | 'tokenRefused';

interface WatchDeps {
  readonly lease: Pick<Lease, 'remainingMs'>;
  /** What keeps the process from being ready; empty when nothing does. */
  readonly trouble: () => Promise<string>;
  readonly deliveries: () => Promise<DeliveriesNow>;
  /** Told of every alert at each look, whether it is so. */
  readonly tell: (id: AlertId, isSo: boolean) => void;
  readonly monotonic: () => number;
  readonly log: Pick<Logger, 'error'>;
}

const everyMs = 60_000;
/** Two looks so close together say nothing about a message that stands still. */
const apartMs = 50_000;

/** Looks once a minute whether an operator has to be told something, and says so in the log for as long as it is so. */
export function createWatch({ lease, trouble, deliveries, tell, monotonic, log }: WatchDeps) {
  const recent = createRecent<Happening>(recentMs, monotonic);
  /** Of the requests refused as a whole, when one was last taken. */
  let worked = createRecent<'broken'>(recentMs, monotonic);
  let first: { readonly id: string; readonly since: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  /** Whether the same message was first in line a look ago. */
  function standsStill(oldest: Oldest | undefined): boolean {
    const now = monotonic();
    if (oldest?.id !== first?.id) first = oldest && { id: oldest.id, since: now };
    return first !== undefined && now - first.since >= apartMs;
  }

  function unseen(error: unknown): undefined {
    log.error({ err: error }, 'it could not be looked which messages wait');
  }

  /** Run again at once it says the same again. */
  async function look(): Promise<readonly Alert[]> {
    const stands = await trouble();
    // A store that does not answer is told as what it is.
    const now = stands === '' ? await deliveries().catch(unseen) : undefined;
    const alerts = alertsOf({
      holdsLease: lease.remainingMs() > 0,
      trouble: stands,
      oldest: now?.oldest,
      isStill: standsStill(now?.oldest),
      sent: recent.count('sent'),
      notSent: recent.count('notSent', 'broken'),
      broken: worked.count('broken'),
      tokensTaken: recent.count('tokenTaken'),
      tokensRefused: recent.count('tokenRefused'),
    });
    for (const { id, figures } of alerts) log.error({ alert: id, ...figures }, `alert: ${id}`);
    const ids = new Set(alerts.map(({ id }) => id));
    for (const id of alertIds) tell(id, ids.has(id));
    return alerts;
  }

  function again(): void {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => log.error({ err: error }, 'it could not be looked for alerts'))
        .finally(() => {
          if (!isStopped) again();
        });
    }, everyMs);
    timer.unref();
  }

  return {
    note(what: Happening): void {
      recent.note(what);
      if (what === 'broken') worked.note('broken');
      if (what === 'sent') worked = createRecent(recentMs, monotonic);
    },
    look,
    start: again,
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
