import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  /** What the service answered: `401`, `403 BotDisabledByAdmin`, `no token …`. */
  reason: z.string(),
  since: instant,
  /** When it took a message again; null while nothing goes out. */
  until: instant.nullable(),
});
export type Outage = z.infer<typeof schema>;
/** The service refused our credential or the app as a whole, so that nobody could be written to: the last time. */
export const outageRecord = defineRecord<Outage>({ type: 'outage', v: 1, schema });
export const outageId = 'outage:sending';
