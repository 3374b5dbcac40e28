import { DateTime } from 'luxon';
import { formatIsoDate } from '../../domain/text/format.ts';
import { positionOf } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { departmentRecord } from '../../records/department.ts';
import type { Leaf } from './leaves.ts';

/** "Ý kiến › Lúc": names of fields in words; ids of criteria and numbers as they are. */
export const pathInWords = (texts: Texts, { path }: Leaf): string =>
  path
    .map((name) => (texts.has(`words.privacy.field.${name}`) ? texts.t(`words.privacy.field.${name}`) : name))
    .join(' › ');

/** An instant as people read it, a choice in words, somebody by position; a text as it was typed. */
export async function valueInWords(turn: Turn, texts: Texts, { kind, value }: Leaf): Promise<string> {
  if (kind === 'instant') return texts.t('words.at', { at: DateTime.fromISO(value, { zone: turn.plan.zone }) });
  if (kind === 'day') return formatIsoDate(value);
  if (kind === 'choice') return texts.t(`words.privacy.value.${value}`);
  if (/^person:[\w-]+$/u.test(value)) return positionOf(turn, value);
  if (/^department:[\w-]+$/u.test(value)) return (await turn.get(departmentRecord, value))?.data.name ?? value;
  return value;
}
