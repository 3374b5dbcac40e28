import { look } from './look.ts';
import { asOfNow } from './since.ts';

const ulids = /\b[0-9A-HJKMNP-TV-Z]{26}\b/g;
const instants = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const links = /http:\/\/127\.0\.0\.1:\d+\/[^"\\]*/g;

/** Ids and instants that are in the data from the start: they must come out as they went in. */
export function marksIn(documents: unknown): ReadonlySet<string> {
  const text = JSON.stringify(documents);
  return new Set([...(text.match(ulids) ?? []), ...(text.match(instants) ?? [])]);
}

/** The same in one order of keys, without what no two runs have alike: ids and instants of the run itself, links to files. */
export const plain = <T>(value: T, known: ReadonlySet<string>): T =>
  JSON.parse(
    asOfNow(JSON.stringify(look(value), sorted))
      .replace(ulids, (id) => (known.has(id) ? id : '<id>'))
      .replace(instants, (at) => (known.has(at) ? at : '<instant>'))
      .replace(links, '<link>'),
  );

/** The same with the fields of every object in one order. */
export const inOrder = <T>(value: T): T => JSON.parse(JSON.stringify(value, sorted));

const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
