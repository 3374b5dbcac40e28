import { functions, helpers, parse } from './package.ts';

export interface Row {
  readonly id: string;
  readonly _rid: string;
  readonly [name: string]: unknown;
}
export interface QueryBody {
  readonly query: string;
  readonly parameters?: readonly { readonly name: string; readonly value: unknown }[];
}
type Order = readonly [path: readonly string[], descending: boolean];
type Pair = readonly [result: unknown, names: Record<string, Row>];
type Compiled = (...given: unknown[]) => Page;

export interface Page {
  readonly result: readonly unknown[];
  readonly continuation?: string | null;
  /** Documents that the page was made of; none of them for a count, which the index answers. */
  readonly read?: readonly Row[];
}

const compiled = new Map<string, Compiled>();

function compile(text: string): Compiled {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  // The package turns the text of a query into a function's; its own executor would do so anew for every run.
  const fresh = new Function(`"use strict";return (${parse(text).code})`)() as Compiled;
  compiled.set(text, fresh);
  return fresh;
}

/** The stand-in's engine orders by UTF-16 unit; Cosmos DB keeps strings in UTF-8 and orders by their bytes. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a === b ? 0 : (a as number) < (b as number) ? -1 : 1;
}
const holds: Readonly<Record<string, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
};
const valueAt = (names: Record<string, Row>, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], names);

const ordered = (orders: readonly Order[], nameOf: (names: Record<string, Row>) => string) => {
  const key = (names: Record<string, Row>): unknown[] => [
    ...orders.map(([path]) => valueAt(names, path)),
    nameOf(names),
  ];
  return {
    key,
    compare: (a: readonly unknown[], b: readonly unknown[]): number => {
      for (const [n, value] of a.entries()) {
        const order = compare(value, b[n]) * (orders[n]?.[1] === true ? -1 : 1);
        if (order !== 0) return order;
      }
      return 0;
    },
  };
};

const engine = {
  ...helpers,
  compare: (operator: string, a: unknown, b: unknown): boolean | undefined =>
    typeof a === 'string' && typeof b === 'string'
      ? holds[operator]?.(compare(a, b))
      : helpers.compare(operator as '>', a, b),
  /** Theirs refuses what no composite index serves, and leaves out what does not have the property. */
  sort(
    rows: Record<string, Row>[],
    nameOf: (names: Record<string, Row>) => string,
    indexes: unknown,
    ...orders: Order[]
  ) {
    const by = ordered(orders, nameOf);
    const sorted = helpers.sort(rows, nameOf, indexes as never, ...(orders as never[])) as Record<string, Row>[];
    return orders.length === 0 ? sorted : sorted.toSorted((a, b) => by.compare(by.key(a), by.key(b)));
  },
  /** A page goes on after the last row of the one before, whatever was written between them. */
  paginate(
    rows: Pair[],
    most: number | undefined,
    after: string | undefined,
    nameOf: (names: Record<string, Row>) => string,
    ...orders: Order[]
  ) {
    const by = ordered(orders, nameOf);
    const start = after === undefined ? [] : (JSON.parse(after) as unknown[]);
    const rest = after === undefined ? rows : rows.filter(([, names]) => by.compare(by.key(names), start) > 0);
    const page = most === undefined ? rest : rest.slice(0, most);
    const last = page.at(-1);
    const result = helpers.stripUndefined(page.map(([row]) => row)) as unknown[];
    const made = { result, read: page.flatMap(([, names]) => Object.values(names)) };
    return last === undefined || page.length === rest.length
      ? made
      : { ...made, continuation: JSON.stringify(by.key(last[1])) };
  },
};

/** @throws Error for a text that is no query, or an order that no composite index serves */
export function runQuery(
  rows: readonly Row[],
  { query, parameters = [] }: QueryBody,
  { most, after, compositeIndexes }: { most: number; after?: string; compositeIndexes: unknown },
): Page {
  const values = Object.fromEntries(parameters.map(({ name, value }) => [name.slice(1), value]));
  // `FROM c` is compiled to a `reduce` that copies the list for every row.
  const from = { reduce: () => rows.map((c) => ({ c })) };
  return compile(query)(...functions, from, engine, {}, values, most, after, compositeIndexes);
}
