/**
 * Request units as the service documents them, by size: a table for reads and writes, 0.2 for each indexed term that is written or taken out,
 * and a replace as a delete and a create. Reads cost twice with strong consistency. What is not documented is a query: taken here as 2.3 for
 * itself, and for each document that it reads what a point read of it costs. So this is a model, and a bill may say otherwise.
 */
const table: readonly (readonly [kb: number, read: number, write: number])[] = [
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [128, 9.95, 48.19],
  [256, 20.28, 98.29],
  [512, 40.95, 184.57],
  [1_024, 145.9, 625],
  [2_048, 291.8, 1_250],
];
const strong = 2;
const perTerm = 0.2;
const perQuery = 2.3;

type Document = Readonly<Record<string, unknown>>;

/** Rounded up to the next line of the table. */
const lineOf = (document: Document): readonly [kb: number, read: number, write: number] => {
  const kb = Buffer.byteLength(JSON.stringify(document)) / 1024;
  return table.find(([most]) => kb <= most) ?? [2_048, 291.8, 1_250];
};
const writeOf = (document: Document): number => lineOf(document)[2];

/** `path=value` of every indexed term; a path of its own is indexed where it is missing, too, and `id` always. */
const termsOf = (document: Document): ReadonlySet<string> =>
  new Set([
    ...['id', 'unit', 'type', 'lane', 'dueAt'].map((name) => `${name}=${String(document[name])}`),
    ...Object.entries((document.index ?? {}) as Document).map(([name, value]) => `index/${name}=${String(value)}`),
    `type,id=${String(document.type)},${String(document.id)}`,
    `lane,dueAt=${String(document.lane)},${String(document.dueAt)}`,
  ]);

export const readCost = (document: Document): number => strong * lineOf(document)[1];
/** What is looked for and not there. */
export const missCost = strong;

export const queryCost = (documents: readonly Document[]): number =>
  strong * perQuery + documents.reduce((sum, document) => sum + readCost(document), 0);

export function writeCost(before: Document | undefined, after: Document | undefined): number {
  const [old, now] = [before && termsOf(before), after && termsOf(after)];
  const changed =
    [...(now ?? [])].filter((term) => !old?.has(term)).length +
    [...(old ?? [])].filter((term) => !now?.has(term)).length;
  return (before === undefined ? 0 : writeOf(before)) + (after === undefined ? 0 : writeOf(after)) + perTerm * changed;
}
