import { z } from 'zod';
import { act, instant } from './fields.ts';
import { defineRecord, type Where } from './record.ts';

const schema = z.strictObject({
  /** When the backup was made, and when it was brought back. */
  takenAt: instant,
  restoredAt: instant,
  /** How many messages and announcements under way were held back. */
  held: z.int(),
  /** What the office wants of them: people may have had them since the backup was made. */
  choice: z.enum(['open', 'send', 'drop']),
  chosen: act.nullable(),
  /** How many of them were sent on, or dropped, so far; what was settled otherwise before the choice is not among them. */
  dealt: z.int(),
  /** Nothing is held back any more. */
  isDone: z.boolean(),
});
export type Restoration = z.infer<typeof schema>;
/** A unit's data came from a backup: nothing that was unsent then goes out before the office says so. */
export const restorationRecord = defineRecord<Restoration>({
  type: 'restoration',
  v: 1,
  schema,
  owed: ({ choice, chosen, isDone }) =>
    choice === 'open' || chosen === null || isDone ? undefined : { lane: 'restoration', dueAt: chosen.at },
});
/** Of one backup, however often bringing it back was begun. @param takenAt a UTC instant */
export const restorationId = (takenAt: string): string => `restoration:${takenAt}`;

const held = 'held';
/**
 * What a restoration holds back: written into the document around the record, whose own index knows nothing of it. With the next write of
 * the record it is no longer held.
 */
export const heldBy = (restoration: string): Where => ({ field: held, equals: restoration });
/** The same of what could not be delivered when the backup was made: it goes nowhere by itself, and is not asked about. */
export const unreachedBy = (restoration: string): Where => ({ field: unreached, equals: restoration });
const unreached = 'unreached';
/** Whether a document is held back, by whichever restoration. */
export const isHeld = ({ index }: { readonly index: Readonly<Record<string, string>> }): boolean =>
  held in index || unreached in index;
