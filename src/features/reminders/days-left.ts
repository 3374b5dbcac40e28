import type { Texts } from '../../ports/texts.ts';
import type { RoundClock } from './round-clock.ts';

/** "Còn 7 ngày đến hạn" */
export function daysLeftWords(texts: Texts, { isOver, daysLeft }: RoundClock): string {
  if (isOver) return texts.t('words.reminders.daysLeft.over');
  if (daysLeft === 0) return texts.t('words.reminders.daysLeft.today');
  return texts.t(`words.reminders.daysLeft.${daysLeft === 1 ? 'one' : 'many'}`, { n: daysLeft });
}
