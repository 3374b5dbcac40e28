import { formatIsoDate } from '../../domain/text/format.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Minutes } from '../../records/council.ts';

/** "Biên bản số 03/BB-HĐTĐKT ngày 03/12/2026", or that they have no number yet; empty when none are recorded. */
export function minutesName(texts: Texts, minutes: Minutes | null): string {
  if (minutes === null) return '';
  const { number, issuedOn } = minutes;
  return texts.t(`words.council.minutes.${number === '' ? 'unnumbered' : 'numbered'}`, {
    number,
    on: formatIsoDate(issuedOn),
  });
}
