import type { Texts } from '../../ports/texts.ts';

interface Left {
  /** People who have not finished. */
  readonly missing: number;
  /** Dossiers that wait for an opinion. */
  readonly waiting?: number;
  /** Collective dossiers that are not sent. */
  readonly collectives: number;
}

/** "3 người chưa hoàn thành, 1 hồ sơ tập thể chưa gửi": what the card under it says is left, and nothing that is not. */
export function leftWords(texts: Texts, { missing, waiting = 0, collectives }: Left): string {
  const parts = Object.entries({ missing, waiting, collectives })
    .filter(([, n]) => n > 0)
    .map(([what, n]) => texts.t(`words.reminders.left.${what}`, { n }));
  return parts.length === 0 ? texts.t('words.reminders.left.nothing') : parts.join(', ');
}
