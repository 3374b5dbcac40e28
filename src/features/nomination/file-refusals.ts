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
/** More of them would hide what a card asks for; the rest is counted. */
const shownAtOnce = 8;

/** What a card says of the files that were not taken. */
export function refusalsView(texts: Texts, written: string) {
  const all = z.array(refusal).parse(JSON.parse(written));
  const more = all.length - shownAtOnce;
  return {
    refused: all.slice(0, shownAtOnce).map(({ code, facts }) => ({
      text: texts.t('errors.withCode', { text: texts.t(`errors.${code}`, facts), code }),
    })),
    hasRefused: all.length > 0,
    refusedMore: more > 0 ? texts.t('words.dossier.moreRefused', { n: more }) : '',
    refusedCount: all.length,
  };
}
