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

const filled = (tone: Tone, width: number): Column => column(width, [notice(tone, [label(' ', small)])], tight);
