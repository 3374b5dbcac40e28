import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { meteredMessenger } from '../adapters/metrics/metered-messenger.ts';
import { meteredStore } from '../adapters/metrics/metered-store.ts';
import { createMetrics } from '../adapters/metrics/metrics.ts';
import type { TurnOutcome } from '../bot/answering.ts';
import type { Exchange } from '../bot/in-time.ts';
import type { Numbers } from '../bot/numbers.ts';
import { type DeliveriesNow, deliveriesNow } from '../jobs/watch/deliveries.ts';
import { createWatch } from '../jobs/watch/watch.ts';
import type { Clock } from '../ports/clock.ts';
import type { Lease } from '../ports/lease.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Store } from '../ports/store.ts';

interface Watched {
  readonly store: Store;
  readonly lease: Lease;
  readonly clock: Clock;
  readonly monotonic: () => number;
  /** What keeps the process from being ready; empty when nothing does. */
  readonly trouble: () => Promise<string>;
  readonly log: Logger;
}

/** Of all messages together: whoever asks for numbers more often, or from many processes, gets those. */
const countedEveryMs = 30_000;

/** What an operator sees of the process: numbers for whoever asks, alerts in the log. It counts around the ports and knows no feature. */
export function createWatching() {
  const metrics = createMetrics();
  return {
    around: (store: Store): Store => meteredStore(store, metrics),
    onCharge: (call: keyof Store, requestUnits: number): void => metrics.requestUnits.inc({ call }, requestUnits),
    turn:
      (turn: (context: TurnContext, exchange: Exchange) => Promise<TurnOutcome>) =>
      async (context: TurnContext, exchange: Exchange): Promise<void> => {
        const end = metrics.turns.startTimer();
        let outcome: TurnOutcome = 'failed';
        try {
          outcome = await turn(context, exchange);
        } finally {
          end({ outcome });
        }
      },
    of: (watched: Watched) => watching(metrics, watched),
  };
}

function watching(metrics: ReturnType<typeof createMetrics>, { store, lease, clock, monotonic, ...more }: Watched) {
  let counted: { readonly at: number; readonly figures: Promise<DeliveriesNow> } | undefined;
  function deliveries(): Promise<DeliveriesNow> {
    const now = monotonic();
    if (counted === undefined || now - counted.at >= countedEveryMs)
      counted = { at: now, figures: deliveriesNow(store, clock.now()) };
    return counted.figures;
  }
  const tell = (id: string, isSo: boolean): void => metrics.alerts.set({ id }, Number(isSo));
  const watch = createWatch({ lease, deliveries, monotonic, tell, ...more });

  /** What cannot be known now is not told: an old figure would look like one. */
  async function lookAtDeliveries(): Promise<void> {
    metrics.deliveries.reset();
    metrics.oldestDue.set(Number.NaN);
    const { byState, oldest } = await deliveries();
    for (const [state, number] of Object.entries(byState)) metrics.deliveries.set({ state }, number);
    metrics.oldestDue.set((oldest?.waitedMs ?? 0) / 1_000);
  }

  const numbers: Numbers = {
    contentType: metrics.register.contentType,
    async read() {
      metrics.holdsLease.set(Number(lease.remainingMs() > 0));
      await lookAtDeliveries().catch((error: unknown) =>
        more.log.warn({ err: error }, 'messages could not be counted'),
      );
      return metrics.register.metrics();
    },
  };
  return {
    watch,
    numbers,
    messenger: (messenger: Messenger): Messenger =>
      meteredMessenger(messenger, {
        sends: metrics.sends,
        hear: (request, outcome) => {
          if (outcome === 'broken') watch.note('broken');
          // A card that is not kept in step, or not taken back, is no message that somebody misses.
          else if (request === 'post') watch.note(outcome === 'sent' ? 'sent' : 'notSent');
        },
      }),
    /** Counts the tokens that are shown. */
    admit: (admit: (authorization: string) => Promise<void>) => async (authorization: string) => {
      try {
        await admit(authorization);
        metrics.signIns.inc({ outcome: 'taken' });
        watch.note('tokenTaken');
      } catch (error) {
        metrics.signIns.inc({ outcome: 'refused' });
        watch.note('tokenRefused');
        throw error;
      }
    },
  };
}
