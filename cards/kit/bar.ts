import type { Column, ColumnSet, Tone } from './elements.ts';
import { column, notice } from './layout.ts';
import { listed, type Nothing } from './list.ts';
import { close, small, styled, tight } from './styles.ts';
import { label } from './text.ts';

interface Part {
  readonly tone: Tone;
  /** Its share, in any unit. */
  readonly weight: number;
}
export const part = (tone: Tone, weight: number): Part => ({ tone, weight });

/** Percent of a row's width: what the padding of a coloured part takes on the narrowest card. */
const leastWeight = 12;

/** A bar of coloured parts. A part that is narrower than its padding would push the bar out of the card. */
export function bar(...parts: readonly (Part | Nothing)[]): ColumnSet {
  const shown = listed<Part>(parts);
  const total = shown.reduce((sum, { weight }) => sum + weight, 0);
  const percent = shown.map(({ weight }) => (total === 0 ? 0 : Math.round((weight / total) * 100)));
  const isWide = percent.every((share) => share >= leastWeight);
  const columns = shown.map(({ tone, weight }, i) =>
    filled(tone, isWide ? weight : Math.max(percent[i] ?? 0, leastWeight)),
  );
  return styled({ type: 'ColumnSet', columns }, [close]);
}

/** How much of something is done. */
export interface Share {
  readonly done: number;
  readonly rest: number;
}
export const shareOf = (done: number, of: number): Share => ({ done, rest: Math.max(0, of - done) });

/** What is done and what is left, side by side; none where there is nothing to do. */
export const progressBar = ({ done, rest }: Share): ColumnSet | false =>
  done + rest > 0 && bar(done > 0 && part('good', done), rest > 0 && part('emphasis', rest));

const filled = (tone: Tone, width: number): Column => column(width, [notice(tone, [label(' ', small)])], tight);
