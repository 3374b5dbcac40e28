import type { DateTime } from 'luxon';
import { type Window, windowOf } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { spreadRecord, spreadsOf } from '../../records/message.ts';
import type { Listed, Sending } from './listed.ts';

export interface Latest extends Window {
  readonly items: readonly Sending[];
}

/**
 * One page of what was sent to many people, newest first. Years are counted from the index; only those that the page lies in are read: a
 * unit sends some dozens a year, however many people it has.
 */
export async function latest(turn: Turn, listed: Listed, ask: { page: string; size: number; at: DateTime }) {
  const within = (kind: string, year: number) => spreadsOf(kind, year);
  const years: { year: number; count: number }[] = [];
  for (let year = ask.at.toUTC().year; year >= turn.plan.period.firstYear; year--) {
    let count = 0;
    for (const kind of listed.kinds()) count += await turn.count(spreadRecord, within(kind, year));
    years.push({ year, count });
  }
  const window = windowOf(
    years.reduce((sum, { count }) => sum + count, 0),
    ask.page,
    ask.size,
  );
  const items: Sending[] = [];
  let passed = 0;
  for (const { year, count } of years) {
    const from = Math.max(0, window.start - passed);
    const to = window.start + ask.size - passed;
    passed += count;
    if (count > from && to > 0)
      items.push(...(await ofYear(turn, listed, (kind) => within(kind, year))).slice(from, to));
  }
  return { ...window, items } satisfies Latest;
}

async function ofYear(
  turn: Turn,
  listed: Listed,
  where: (kind: string) => { field: string; equals: string },
): Promise<Sending[]> {
  const found: Sending[] = [];
  for (const kind of listed.kinds()) {
    const spreads = await turn.list(spreadRecord, where(kind));
    const def = listed.get(kind);
    if (def !== undefined) found.push(...spreads.map((spread) => ({ spread, def })));
  }
  const age = ({ spread }: Sending): string => `${spread.data.startedAt} ${spread.id}`;
  return found.sort((a, b) => (age(a) < age(b) ? 1 : -1));
}
