import type { RichTextBlock } from './elements.ts';
import { even, small, subtle, tight, toned } from './styles.ts';
import { run, text } from './text.ts';

/** How much of something is done. */
export interface Share {
  readonly done: number;
  readonly rest: number;
}
export const shareOf = (done: number, of: number): Share => ({ done, rest: Math.max(0, of - done) });

/** Signs in a bar: it stands in one line on the narrowest card, in letters twice the size too. */
const length = 20;
/** In every fixed-width font that clients fall back on; a dotted track is told from a full bar without its colour. */
const filled = '█';
const track = '░';

/**
 * What is done and what is left, drawn in signs: letters are the only thing in a card whose colour stands out from what is behind it in every
 * client and theme. None where there is nothing to do; neither part vanishes while there is something of it.
 * The figure stands beside it in words, before it for whoever hears the card.
 */
export function progressBar({ done, rest }: Share): RichTextBlock | false {
  const whole = done + rest;
  if (whole <= 0) return false;
  const least = done > 0 ? 1 : 0;
  const most = rest > 0 ? length - 1 : length;
  const full = Math.min(most, Math.max(least, Math.round((done / whole) * length)));
  return text(
    [
      full > 0 && run(filled.repeat(full), small, even, toned('good')),
      full < length && run(track.repeat(length - full), small, even, subtle),
    ],
    tight,
  );
}
