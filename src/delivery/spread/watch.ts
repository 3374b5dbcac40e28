import { DateTime } from 'luxon';
import type { Clock } from '../../ports/clock.ts';
import { stamp } from '../../ports/commit.ts';
import { decode, load, replace } from '../../ports/documents.ts';
import type { Store, Stored } from '../../ports/store.ts';
import { receiptBy, receiptRecord } from '../../records/campaign.ts';
import { type Spread, spreadRecord } from '../../records/message.ts';
import { recallId, recallRecord } from '../../records/recall.ts';
import type { Loaded } from '../../records/record.ts';
import { oweRefresh } from '../owe/owe.ts';
import { figuresOf, owedTo } from './figures.ts';

export interface WatchDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** People answer and read most in the first hour; who wants the figures of a day later asks for them. */
const afterHour = { hours: 1 };
const afterDay = { days: 1 };
const whileMoving = { seconds: 10 };
const atFirst = { minutes: 1 };
const later = { minutes: 10 };

/**
 * Looks whether the cards that show the progress of an ended spread are out of date: counts, and owes them to be drawn again only when the
 * figures are not those of the last look. So neither a message sent nor an acknowledgement has to think of these cards.
 */
export async function watchStep({ store, clock }: WatchDeps, stored: Stored): Promise<void> {
  const spread = decode(spreadRecord, stored);
  const now = clock.now();
  const figures = await figuresOf(store, spread);
  // Its messages are counted under another cause, or it concerned nobody: there is no progress to show.
  if (owedTo(figures) === 0) return write(store, spread, { ...spread.data, watchAt: null });
  const where = receiptBy.launch(spread.id);
  const read = await store.count({ unit: spread.unit, type: receiptRecord.type, where });
  const recall = await load(store, spread.unit, recallRecord, recallId(spread.id));
  const isRecalling = recall !== undefined && recall.data.stage !== 'done';
  const isMoving = figures.waiting + figures.recalling > 0 || isRecalling;
  const since = DateTime.fromISO(recall?.data.asked.at ?? spread.data.endedAt ?? spread.data.startedAt);
  // A recall that waits for its last message writes itself down again and again; what cards show of it is that it goes on.
  const seen = Object.entries({ ...figures, read, going: Number(isRecalling) })
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${name} ${n}`)
    .join(' ');
  await write(store, spread, { ...spread.data, seen, watchAt: nextLook(since, now, isMoving) }, now);
}

async function write(store: Store, spread: Loaded<Spread>, data: Spread, now?: DateTime): Promise<void> {
  const isOutOfDate = now !== undefined && data.seen !== spread.data.seen;
  await store.commit(spread.unit, [
    replace(spreadRecord, spread, data),
    ...(isOutOfDate ? [oweRefresh(spread, now, spread.id, spread.rev + 1)] : []),
  ]);
}

function nextLook(since: DateTime, now: DateTime, isMoving: boolean): string | null {
  if (now < since.plus(afterDay)) {
    if (isMoving) return stamp(now.plus(whileMoving));
    return stamp(now.plus(now < since.plus(afterHour) ? atFirst : later));
  }
  return isMoving ? stamp(now.plus(later)) : null;
}
