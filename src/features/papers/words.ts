import type { Texts } from '../../ports/texts.ts';
import type { Written } from './written.ts';

/** "Chưa nhập: giờ bắt đầu, chủ tọa"; empty when nothing is missing. */
export const lackWords = (texts: Texts, { missing }: Written): string =>
  missing.length === 0
    ? ''
    : texts.t('words.papers.lacks', { names: missing.map((name) => texts.t(`words.papers.lack.${name}`)).join(', ') });
