import { DateTime } from 'luxon';

/** "ngày 05 tháng 01 năm 2027", as papers have it: a day below 10 and the months 1 and 2 with two digits (Decree 30/2020). @param isoDate `yyyy-MM-dd` */
export function longDate(isoDate: string): string {
  const { day, month, year } = DateTime.fromISO(isoDate);
  const two = (n: number, below: number): string => (n < below ? `0${n}` : String(n));
  return `ngày ${two(day, 10)} tháng ${two(month, 3)} năm ${year}`;
}

/** "08 giờ 30", as papers have it. @param time `HH:mm` */
export const hourWords = (time: string): string => time.replace(':', ' giờ ');

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** @param isWithin something stands before it, so that its hundreds are said also where there are none */
function below1000(n: number, isWithin: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const words = isWithin || hundreds > 0 ? [digits[hundreds] ?? '', 'trăm'] : [];
  if (tens === 0) return ones === 0 ? words : [...words, ...(words.length > 0 ? ['linh'] : []), digits[ones] ?? ''];
  words.push(...(tens === 1 ? ['mười'] : [digits[tens] ?? '', 'mươi']));
  if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones === 5) words.push('lăm');
  else if (ones > 0) words.push(digits[ones] ?? '');
  return words;
}

const scales = [
  [1_000_000_000, 'tỷ'],
  [1_000_000, 'triệu'],
  [1_000, 'nghìn'],
] as const;

function spelt(n: number, isWithin: boolean): string[] {
  const scale = scales.find(([size]) => n >= size);
  if (scale === undefined) return below1000(n, isWithin);
  const [size, name] = scale;
  const [many, rest] = [Math.floor(n / size), n % size];
  return [...spelt(many, isWithin), name, ...(rest === 0 ? [] : spelt(rest, true))];
}

/** An amount in words, as papers write it behind the figures: 2530000 → "Hai triệu năm trăm ba mươi nghìn". @param n a whole number from 0 */
export function inWords(n: number): string {
  const words = (n === 0 ? ['không'] : spelt(n, false)).join(' ');
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** Thousands set apart as papers do: 2.530.000. */
export const inFigures = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
