import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineRecord } from './record.ts';

const namesakes = z.strictObject({ name: z.string(), people: z.array(z.string()).min(2) });
/** People of the unit who share one name, those who left included: kept so that a card that names one of them need not look for the others. */
export const namesakesRecord = defineRecord<z.infer<typeof namesakes>>({
  isOften: true,
  type: 'namesakes',
  v: 1,
  schema: namesakes,
});
export const namesakesId = (name: string): string =>
  `namesakes:${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;

const kept = z.strictObject({ people: z.int() });
/** Of how many people the shared names were last written down. */
export const namesKeptRecord = defineRecord<z.infer<typeof kept>>({ type: 'namesKept', v: 1, schema: kept });
export const namesKeptId = 'namesKept';
