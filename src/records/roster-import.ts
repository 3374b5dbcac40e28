import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

/** What a file would do to people of the roster: one person is in exactly one, the heaviest. */
export const changeKinds = ['added', 'returned', 'moved', 'changed', 'left'] as const;

const counts = z.strictObject({
  added: z.int(),
  returned: z.int(),
  moved: z.int(),
  changed: z.int(),
  left: z.int(),
  /** Of whom the file says what is known already. */
  same: z.int(),
});

const schema = z.strictObject({
  /** A person's id, or `system` for the file that the program was started with. */
  by: z.string(),
  at: instant,
  /** Of the file, as its sender named it. */
  name: z.string(),
  /** Where it lies; empty once it is fetched or given up. */
  url: z.string(),
  /** Times that fetching it failed in a way that may pass. */
  attempts: z.int(),
  /** Of the file; empty until it is fetched, and once it is no longer needed. */
  sha256: z.string(),
  /** SHA-256 of what was read of it, as a file beside it; empty as well. */
  outline: z.string(),
  /**
   * `fetching`; `refused`: something in it is wrong; `asked`: nothing is wrong, and somebody has to confirm; `confirmed`; `applying`;
   * `applied`; `over`: it was never confirmed.
   */
  state: z.enum(['fetching', 'refused', 'asked', 'confirmed', 'applying', 'applied', 'over']),
  /** Why it could not be fetched, as a code of errors; empty else. */
  failure: z.string(),
  counts: counts.nullable(),
  /** The roster was changed between preview and confirmation: it is asked anew. */
  isAskedAnew: z.boolean(),
  choice: z
    .strictObject({
      by: z.string(),
      at: instant,
      /** What becomes of people whom the file does not name. */
      absent: z.enum(['left', 'kept']),
      /** Names in the file that are new, and the departments that are called so from now on, by their ids. */
      renamed: z.record(z.string(), z.string()),
    })
    .nullable(),
  /** People written so far. */
  done: z.int(),
  /** When something is to be done next; null when nothing is. */
  dueAt: instant.nullable(),
});
export type RosterImport = z.infer<typeof schema>;
export type ChangeCounts = NonNullable<RosterImport['counts']>;

/** A roster that the office has sent to take over, from the moment it comes until it is taken over or forgotten. */
export const rosterImportRecord = defineRecord<RosterImport>({
  type: 'rosterImport',
  v: 1,
  schema,
  index: ({ state }) => indexed(state === 'asked' ? rosterImportBy.asked : undefined),
  owed: ({ dueAt }) => (dueAt === null ? undefined : { lane: 'rosterImport', dueAt }),
});
export const rosterImportBy = {
  /** Waits for somebody of the office. */
  asked: { field: 'waits', equals: 'asked' } as Where,
};
/** @param digest SHA-256 of where it came from: a message that is delivered twice sends its file once */
export const rosterImportId = (digest: string): string => `rosterImport:${digest}`;

const awaited = z.strictObject({ until: instant });
/** The person has been told how to send a roster: the next table that they send in the chat is taken for one. */
export const rosterAwaitedRecord = defineRecord<z.infer<typeof awaited>>({
  type: 'rosterAwaited',
  v: 1,
  schema: awaited,
});
export const rosterAwaitedId = (personId: string): string => `rosterAwaited:${personId}`;
