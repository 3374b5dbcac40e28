import { isDeepStrictEqual } from 'node:util';

/** Two values of a column: several words are the same in whatever order a file or a client has them. */
export const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(inOrder(one), inOrder(other));

const inOrder = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);
