import { everyone } from '../../../support/office.ts';
import type { Event } from './bot.ts';

/** The whole test office, and those of its people who are told what is the office's, as a line of a table names them. */
export const all = everyone.join(', ');
export const office3 = 'officeHead, office, secretary';

const order = (key: string): number => {
  const found = everyone.indexOf(key);
  return found === -1 ? everyone.length : found;
};

/** One line an instant and thing told: `16/11 08:30 remind.staff → an, thao`; whoever is named twice was written to twice. */
export function table(events: readonly Event[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { at, told, to } of events) {
    for (const kind of new Set(told)) {
      const line = `${at.toFormat('dd/MM HH:mm')} ${kind}`;
      lines.set(line, [...(lines.get(line) ?? []), to]);
    }
  }
  return sorted([...lines].map(([line, to]) => `${line} → ${to.sort((a, b) => order(a) - order(b)).join(', ')}`));
}

/** By day, time and kind; lines of one year have no year. */
const sorted = (lines: readonly string[]): string[] => {
  const key = (line: string): string => `${line.slice(3, 5)}${line.slice(0, 2)}${line.slice(6)}`;
  return [...lines].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
};

/** A table as written by hand: empty lines and what follows `#` are for the reader. */
export const written = (text: string): string[] =>
  sorted(
    text
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim().replace(/\s+/g, ' '))
      .filter((line) => line !== ''),
  );

/** What was owed and not posted: `27/11 08:30 remind.staff expired → an`. */
export const droppedTable = (dropped: readonly (Event & { readonly how: string })[]): string[] =>
  table(dropped.map((event) => ({ ...event, told: [`${event.kind} ${event.how}`] })));
