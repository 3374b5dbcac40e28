import { z } from 'zod';

/** One value of a record, and where it stands in it. */
export interface Leaf {
  /** Names of fields, ids of criteria, numbers of entries. */
  readonly path: readonly string[];
  readonly kind: 'text' | 'choice' | 'instant' | 'day';
  readonly value: string;
}

/**
 * Every value that a record has, in the order of its shape, told apart by what the shape says it is: a text that somebody typed is never taken
 * for a word of ours. What is empty is left out.
 */
export function* leavesOf(schema: z.ZodType, data: unknown, path: readonly string[] = []): Generator<Leaf> {
  if (data === null || data === undefined || data === '') return;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    yield* leavesOf(schema.unwrap() as z.ZodType, data, path);
  else if (schema instanceof z.ZodObject)
    for (const [name, inner] of Object.entries(schema.shape as Record<string, z.ZodType>))
      yield* leavesOf(inner, (data as Record<string, unknown>)[name], [...path, name]);
  else if (schema instanceof z.ZodRecord)
    for (const [name, value] of Object.entries(data as object))
      yield* leavesOf(schema.valueType as z.ZodType, value, [...path, name]);
  else if (schema instanceof z.ZodArray)
    for (const [i, value] of (data as unknown[]).entries())
      yield* leavesOf(schema.element as z.ZodType, value, [...path, String(i + 1)]);
  else yield { path, kind: kindOf(schema), value: String(data) };
}

function kindOf(schema: z.ZodType): Leaf['kind'] {
  if (schema instanceof z.ZodISODateTime) return 'instant';
  if (schema instanceof z.ZodISODate) return 'day';
  return schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral || schema instanceof z.ZodBoolean
    ? 'choice'
    : 'text';
}
