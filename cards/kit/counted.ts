import type { Column, Tone } from './elements.ts';
import { wide } from './layout.ts';
import { large, toned } from './styles.ts';
import { titled } from './text.ts';

/** A number over what it counts, in a column of its row. None of something is neither good nor bad news: it has no colour. */
export const counted = (count: number, what: string, tone: Tone | 'default' = 'default'): Column =>
  wide([titled(String(count), what, large, count > 0 && toned(tone))]);
