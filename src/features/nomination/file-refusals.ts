import { z } from 'zod';
import type { CodedError } from '../../domain/errors.ts';
import type { Texts } from '../../ports/texts.ts';

const refusal = z.strictObject({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) });
/** Why one file of several was not taken, to be said in the reader's language when the page is composed. */
export type FileRefusal = z.infer<typeof refusal>;

export const asRefusal = ({ code, facts }: CodedError): FileRefusal => ({
  code,
  facts: Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, typeof v === 'number' ? v : String(v)])),
});
export const writeRefusals = (refusals: readonly FileRefusal[]): string => JSON.stringify(refusals);
export const readRefusals = (texts: Texts, written: string): string[] =>
  z
    .array(refusal)
    .parse(JSON.parse(written))
    .map(({ code, facts }) => texts.t('errors.withCode', { text: texts.t(`errors.${code}`, facts), code }));
