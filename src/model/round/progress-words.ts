import { standings } from '../../domain/dossier/standing.ts';
import type { Texts } from '../../ports/texts.ts';
import type { ProgressCounts } from './counts.ts';

/** "14 người: chưa bắt đầu 5 · đã tiếp nhận 6 · không đề nghị xét 3": everyone by where they stand, so that the parts add up to the whole. */
export function wholeWords(texts: Texts, counts: ProgressCounts): string {
  const { people: n } = counts;
  const parts = standings
    .filter((standing) => counts[standing] > 0)
    .map((standing) => texts.t(`words.progress.part.${standing}`, { n: counts[standing] }));
  return n === 0 ? texts.t('words.progress.nobody') : texts.t('words.progress.whole', { n, parts: parts.join(' · ') });
}
