import type { Facts } from '../domain/errors.ts';
import type { Locale } from './pages.ts';

/** The words of one language. Instants among the facts read `09:05 ngày 01/12/2026`, in their own zone; the last of a day, "the end of" that day. */
export interface Texts {
  readonly locale: Locale;
  /** @throws CodedError TEXT_MISSING, TEXT_FACT_MISSING */
  t(key: string, facts?: Facts): string;
  has(key: string): boolean;
  /**
   * The words under a key, each filled when it is read, with the numbers and strings (and instants) among `facts`.
   * @throws CodedError TEXT_MISSING; when a word is read, TEXT_FACT_MISSING
   */
  words(key: string, facts: object): TextTree;
}
export interface TextTree {
  readonly [key: string]: string | TextTree;
}
