import { distance } from 'fastest-levenshtein';
import { fold, givenName } from '../../domain/text/vietnamese.ts';

/** Whether it is likely one person's: the same, or as it is corrected: a slip of the keyboard, a middle name left out or added. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  if (distance(a, b) <= 2) return true;
  const others = new Set(b.split(' ').slice(0, -1));
  const shared = a.split(' ').slice(0, -1);
  return fold(givenName(one)) === fold(givenName(other)) && shared.some((word) => others.has(word));
}
