import type { Column, Tone } from './elements.ts';
import { column } from './layout.ts';
import type { Face, Place, Styles } from './styles.ts';
import { state } from './text.ts';

/** Letters of a state that stand in one line. */
const oneLine = 18;

/** How things stand, at the end of a row: a long state takes several lines, so that on a phone the name beside it keeps its room. */
export const stateColumn = (words: string, tone: Tone, ...styles: Styles<Place | Face>): Column =>
  column(words.length > oneLine ? '104px' : 'auto', [state(words, tone)], ...styles);
