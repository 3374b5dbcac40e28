import { IntlMessageFormat } from 'intl-messageformat';
import { DateTime } from 'luxon';
import { CodedError } from '../../domain/errors.ts';
import type { Locale } from '../../ports/pages.ts';

/** Says one sentence with the facts put in. */
export type Sentence = (facts: object) => string;

/** Compiles an ICU message. A sentence never shows a hole: a fact that is missing, or is no word and no number, throws. */
export function compileSentence(key: string, source: string, locale: Locale): Sentence {
  // `<` is a character like any other; a `select` without `other` refuses what it does not name.
  const message = new IntlMessageFormat(source, locale, undefined, { ignoreTag: true, requiresOtherClause: false });
  const names = [...new Set(namesIn(message.getAst()))];
  if (names.length === 0) {
    const text = String(message.format());
    return () => text;
  }
  return (facts) =>
    String(message.format(Object.fromEntries(names.map((name) => [name, sayable(key, name, facts[name as never])]))));
}

function sayable(key: string, name: string, fact: unknown): string | number {
  if (typeof fact === 'string' || typeof fact === 'number') return fact;
  if (DateTime.isDateTime(fact)) return fact.toFormat('HH:mm dd/MM/yyyy');
  throw new CodedError('TEXT_FACT_MISSING', { text: key, fact: name });
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

function namesIn(parts: Ast): string[] {
  return parts.flatMap((part) => {
    if ('options' in part)
      return [part.value, ...Object.values(part.options).flatMap((option) => namesIn(option.value))];
    return 'value' in part && !isLiteral(part) ? [part.value] : [];
  });
}

const isLiteral = (part: Ast[number]): boolean => part.type === 0;
