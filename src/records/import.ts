import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({ at: instant, departments: z.int(), persons: z.int() });
/** "This roster file was imported to its end": written last, so an interrupted import is told from a finished one. */
export const importRecord = defineRecord<z.infer<typeof schema>>({ type: 'import', v: 1, schema });
/** @param digest SHA-256 of the file, so that the same file is imported once. */
export const importId = (digest: string): string => `import:${digest}`;
