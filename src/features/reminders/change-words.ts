import type { Texts } from '../../ports/texts.ts';
import type { Change } from './figures.ts';

const signed = (by: number): string => (by > 0 ? `+${by}` : `−${-by}`);
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** "Tự đánh giá xong +2; hồ sơ đã gửi +1." or "Không thay đổi." */
export function changeWords(texts: Texts, changes: readonly Change[]): string {
  if (changes.length === 0) return texts.t('words.reminders.change.none');
  const told = changes.map(({ figure, by }) => texts.t(`words.reminders.change.${figure}`, { by: signed(by) }));
  return `${capital(told.join('; '))}.`;
}
