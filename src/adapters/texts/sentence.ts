import { IntlMessageFormat } from 'intl-messageformat';
import { DateTime } from 'luxon';
import { CodedError, type Facts } from '../../domain/errors.ts';
import type { Locale } from '../../ports/pages.ts';

/** Says one sentence with the facts put in; what is not among the first is looked for among the second. */
export type Sentence = (facts: object, known?: Facts) => string;

interface Source {
  readonly key: string;
  readonly source: string;
  readonly locale: Locale;
  /** How an instant is said. */
  readonly instant: (at: DateTime) => string;
}

/** Marks the end of a fact that has its own full stop; of no text. */
const stop = '\u{F0000}';

/** Compiles an ICU message. A sentence never shows a hole: a fact that is missing, or is no word and no number, throws. */
export function compileSentence({ key, source, locale, instant }: Source): Sentence {
  const message = parsed(source, locale);
  const names = [...new Set(namesIn(message.getAst()))];
  if (names.length === 0) {
    const text = String(message.format());
    return () => text;
  }
  const said = (name: string, fact: unknown): string | number => {
    if (typeof fact === 'string' || typeof fact === 'number') return fact;
    if (DateTime.isDateTime(fact)) return instant(fact);
    throw new CodedError('TEXT_FACT_MISSING', { text: key, fact: name });
  };
  const fill = (facts: object, known: Facts, of: (fact: string | number) => string | number): string =>
    String(
      message.format(
        Object.fromEntries(names.map((name) => [name, of(said(name, facts[name as never] ?? known[name]))])),
      ),
    );
  if (!source.includes('}.')) return (facts, known = {}) => fill(facts, known, (fact) => fact);
  // A reason is typed with or without its full stop; the sentence that cites it has one, and only one.
  return (facts, known = {}) =>
    fill(facts, known, (fact) => (typeof fact === 'string' && /[.!?…]$/u.test(fact) ? fact + stop : fact))
      .replaceAll(`${stop}.`, '')
      .replaceAll(stop, '');
}

// `<` is a character like any other; a `select` without `other` refuses what it does not name.
const parsed = (source: string, locale: Locale): IntlMessageFormat =>
  new IntlMessageFormat(source, locale, undefined, { ignoreTag: true, requiresOtherClause: false });

/** Every fact that a sentence asks for, as often as it does. */
export const factsIn = (source: string): string[] => namesIn(parsed(source, 'vi').getAst());

type Ast = ReturnType<IntlMessageFormat['getAst']>;

function namesIn(parts: Ast): string[] {
  return parts.flatMap((part) => {
    if ('options' in part)
      return [part.value, ...Object.values(part.options).flatMap((option) => namesIn(option.value))];
    return 'value' in part && !isLiteral(part) ? [part.value] : [];
  });
}

const isLiteral = (part: Ast[number]): boolean => part.type === 0;
