import { formatIsoDate } from '../../../domain/text/format.ts';
import type { Texts } from '../../../ports/texts.ts';

/** A value of an outline's `what` as people read it. */
export function valueInWords(texts: Texts, column: string, value: string): string {
  if (value === '') return texts.t('words.roster.update.empty');
  if (/Date$|^status(From|To)$/.test(column)) return formatIsoDate(value);
  const each = (key: string): string =>
    value
      .split(' ')
      .map((word) => (texts.has(`words.roster.${key}.${word}`) ? texts.t(`words.roster.${key}.${word}`) : word))
      .join('; ');
  if (column === 'roles') return each('role');
  if (column === 'organisations') return each('organisation');
  if (column === 'employmentType') return each('employment');
  if (column === 'status') return texts.t(`words.roster.presence.${value}`);
  if (column === 'gender') return texts.t(`words.roster.update.gender.${value}`);
  return value;
}
