import type { DateTime } from 'luxon';
import { stamp } from '../../ports/commit.ts';
import type { Store } from '../../ports/store.ts';
import { type CountedState, countedStates, deliveryRecord, deliveryStateField } from '../../records/message.ts';

/** The message that should have gone first and has not. */
export interface Oldest {
  readonly id: string;
  /** Milliseconds beyond the moment at which it was to go. */
  readonly waitedMs: number;
}

export interface DeliveriesNow {
  /** Of all units together. */
  readonly byState: Readonly<Record<CountedState | 'settled', number>>;
  /** Of those that are due: what is held until an hour is not late before it. */
  readonly oldest: Oldest | undefined;
}

type Asked = Pick<Store, 'totals' | 'countBy' | 'due'>;

const sendLanes = ['sendUrgent', 'send'] as const;

/** Figures of the index, whatever the number of messages: what waits or went wrong is counted, the rest is what is left of all. */
export async function deliveriesNow(store: Asked, now: DateTime): Promise<DeliveriesNow> {
  const { type } = deliveryRecord;
  const totals = await store.totals(type);
  const byState = { pending: 0, sending: 0, ambiguous: 0, unreachable: 0, refused: 0, recalling: 0, settled: 0 };
  for (const [unit, total] of totals) {
    const counted = await store.countBy({ unit, type, field: deliveryStateField, prefix: '' });
    byState.settled += total;
    for (const state of countedStates) {
      const number = counted.get(state) ?? 0;
      byState[state] += number;
      byState.settled -= number;
    }
  }
  return { byState, oldest: await oldestDue(store, now) };
}

async function oldestDue(store: Asked, now: DateTime): Promise<Oldest | undefined> {
  const firsts = await Promise.all(sendLanes.map((lane) => store.due({ lane, until: stamp(now), limit: 1 })));
  const late = firsts.flat().map(({ doc }) => ({ id: doc.id, waitedMs: now.toMillis() - Date.parse(doc.dueAt ?? '') }));
  return late.sort((a, b) => b.waitedMs - a.waitedMs)[0];
}
