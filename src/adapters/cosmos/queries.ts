import type { SqlQuerySpec } from '@azure/cosmos';
import type { CountBy, Query } from '../../ports/store.ts';

/**
 * Whatever the store asks in the engine's language. The partition stands in the text, too: the option alone only says where to look.
 * Without GROUP BY, OFFSET, LIKE and DISTINCT: each reads everything that they go over.
 */
const asked = (query: string, values: Readonly<Record<string, string>>): SqlQuerySpec => ({
  query,
  parameters: Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value })),
});

type OfType = Pick<Query, 'unit' | 'type' | 'where'>;

/** Names of fields are the program's own, and cannot be parameters. */
const ofType = ({ where }: OfType): string =>
  `c.unit = @unit AND c.type = @type${where === undefined ? '' : ` AND c["index"][${JSON.stringify(where.field)}] = @value`}`;
const valuesOf = ({ unit, type, where }: OfType) => ({
  unit,
  type,
  ...(where === undefined ? {} : { value: where.equals }),
});

export const byType = (of: OfType, after: string, limit: number): SqlQuerySpec =>
  asked(`SELECT TOP ${limit} * FROM c WHERE ${ofType(of)} AND c.id > @after ORDER BY c.type, c.id`, {
    ...valuesOf(of),
    after,
  });

export const countOf = (of: OfType): SqlQuerySpec =>
  asked(`SELECT VALUE COUNT(1) FROM c WHERE ${ofType(of)}`, valuesOf(of));

/** The values themselves, and nothing else of their documents, for the adapter to count. */
export const valuesIn = ({ unit, type, field, prefix }: CountBy): SqlQuerySpec => {
  const value = `c["index"][${JSON.stringify(field)}]`;
  const query = `SELECT VALUE ${value} FROM c WHERE c.unit = @unit AND c.type = @type AND STARTSWITH(${value}, @prefix)`;
  return asked(query, { unit, type, prefix });
};

export function byIds(unit: string, ids: readonly string[]): SqlQuerySpec {
  const names = ids.map((_, n) => `id${n}`);
  return asked(`SELECT * FROM c WHERE c.unit = @unit AND c.id IN (${names.map((name) => `@${name}`).join(', ')})`, {
    unit,
    ...Object.fromEntries(names.map((name, n) => [name, ids[n] ?? ''])),
  });
}

export const everywhere = (id: string): SqlQuerySpec => asked('SELECT * FROM c WHERE c.id = @id', { id });

export const dueIn = (lane: string, until: string, limit: number): SqlQuerySpec =>
  asked(`SELECT TOP ${limit} * FROM c WHERE c.lane = @lane AND c.dueAt <= @until ORDER BY c.lane, c.dueAt`, {
    lane,
    until,
  });

/** Of whatever lane and unit. */
export const dueSoon = (until: string, limit: number): SqlQuerySpec =>
  asked(`SELECT TOP ${limit} c.lane, c.dueAt FROM c WHERE c.dueAt <= @until ORDER BY c.dueAt`, { until });

/** The first unit after this one that has a document of the type. */
export const unitAfter = (type: string, after: string): SqlQuerySpec =>
  asked('SELECT TOP 1 VALUE c.unit FROM c WHERE c.type = @type AND c.unit > @after ORDER BY c.unit', { type, after });
