import { twoDigits } from '../../domain/text/format.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Nominee } from './nominees.ts';

/** "02 tập thể, 05 cá nhân"; a kind that is not there is not mentioned. */
export function countWords(texts: Texts, all: readonly Pick<Nominee, 'kind'>[]): string {
  const parts = (['department', 'person'] as const).flatMap((kind) => {
    const count = all.filter((nominee) => nominee.kind === kind).length;
    return count === 0 ? [] : [texts.t(`words.count.${kind}`, { n: twoDigits(count) })];
  });
  return parts.length === 0 ? texts.t('words.count.none') : parts.join(', ');
}
