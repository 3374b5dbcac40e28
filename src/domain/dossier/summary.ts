import { CodedError } from '../errors.ts';
import { tidy } from '../text/vietnamese.ts';

/** What a list has room for (facts §9). */
const mostWords = 60;

/** The achievement in a sentence or two, for lists and papers; empty where nobody has written any. @throws CodedError SUMMARY_LONG {count, max} */
export function readSummary(typed: string): string {
  const summary = tidy(typed).replace(/\s+/g, ' ');
  const count = summary === '' ? 0 : summary.split(' ').length;
  if (count > mostWords || summary.length > mostWords * 20)
    throw new CodedError('SUMMARY_LONG', { count, max: mostWords });
  return summary;
}
