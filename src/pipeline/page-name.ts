import type { z } from 'zod';
import type { PageRef } from '../records/message.ts';

/**
 * A page as others name it: what it is called and what it asks for. Capabilities point at each other's pages by these alone, so that two of
 * them may do it without a circle; the page itself stands elsewhere.
 */
export interface PageName<S extends z.ZodType> {
  readonly page: string;
  /** Names under which earlier releases stored it: messages owed and cards posted by them still mean this page. */
  readonly formerly: readonly string[];
  readonly params: S;
  /** To be shown now, or sent later. */
  ref(params: z.input<S>): PageRef;
}

export function pageName<S extends z.ZodType>(page: string, params: S, formerly: readonly string[] = []): PageName<S> {
  return {
    page,
    formerly,
    params,
    ref: (given) => ({
      page,
      params: Object.fromEntries(
        Object.entries(given as object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
    }),
  };
}
