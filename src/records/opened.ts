import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

const opening = z.strictObject({
  /** A digest of the click: what was typed on the card is in it. */
  click: z.string(),
  /** The message that was posted for it; `null` while that is under way, empty when Teams gave it no id. */
  message: z.string().nullable(),
  at: instant,
});
export type Opening = z.infer<typeof opening>;

const schema = z.strictObject({ person: z.string(), openings: z.array(opening) });
export type Opened = z.infer<typeof schema>;
/** What a person's clicks have opened of late below the messages that they clicked on. */
export const openedRecord = defineRecord<Opened>({ type: 'opened', v: 1, schema });
export const openedId = (personId: string): string => `opened:${personId}`;
