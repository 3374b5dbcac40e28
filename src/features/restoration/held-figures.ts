import { figuresOf } from '../../delivery/spread/figures.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { deliveryRecord, owedAnswer, spreadRecord } from '../../records/message.ts';
import { heldBy } from '../../records/restoration.ts';

/** What the office is told apart; anything that belongs nowhere else is an announcement. */
export const groups = ['announcements', 'requests', 'reminders', 'results', 'dossiers', 'answers'] as const;
export type Group = (typeof groups)[number];

const kinds: readonly (readonly [kind: RegExp, group: Group])[] = [
  [new RegExp(`^(${owedAnswer}|question\\.answered)$`), 'answers'],
  [/^(review|intake|decide)\.request$|^question\.asked$|^nomination\.proposed$|^council\.|^decide\./, 'requests'],
  [/^remind\./, 'reminders'],
  [/^results\./, 'results'],
  [/^(intake|review|nomination|evidence)\./, 'dossiers'],
];

/** @param kind of a delivery */
export const groupOf = (kind: string): Group =>
  kinds.find(([pattern]) => pattern.test(kind.replace(/~\d+$/, '')))?.[1] ?? 'announcements';

export interface HeldFigures {
  readonly messages: Readonly<Record<Group, number>>;
  /** Announcements that were going through their audience, and how many people they had not come to at the most. */
  readonly spreads: number;
  readonly toCome: number;
  /** Messages and spreads. */
  readonly total: number;
}

/** What a restoration holds back at this moment. Reads it page by page and keeps counts alone; asked for by the office's one page. */
export async function heldFigures(turn: Turn, restoration: string): Promise<HeldFigures> {
  const where = heldBy(restoration);
  const messages = Object.fromEntries(groups.map((group) => [group, 0])) as Record<Group, number>;
  let total = 0;
  for await (const { data } of turn.each(deliveryRecord, where)) {
    messages[groupOf(data.kind)] += 1;
    total += 1;
  }
  let spreads = 0;
  let toCome = 0;
  for await (const spread of turn.each(spreadRecord, where)) {
    spreads += 1;
    toCome += (await figuresOf(turn.store, spread)).toCome;
  }
  return { messages, spreads, toCome, total: total + spreads };
}
