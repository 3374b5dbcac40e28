import type { RichTextBlock, TextBlock, TextRun, Tone } from './elements.ts';
import { type List, listed } from './list.ts';
import { bold, type Look, note, type Place, right, type Styles, small, styled, tight, toned } from './styles.ts';

/** Anybody's words, ours or a person's: shown letter by letter. Several runs make one paragraph. */
export function text(words: string | List<TextRun>, ...styles: Styles<Look | Place>): RichTextBlock {
  const inlines = typeof words === 'string' ? [run(words, ...styles.filter(isLook))] : listed(words);
  return styled({ type: 'RichTextBlock', inlines }, styles.filter(isPlace));
}

/** A part of a paragraph with a look of its own. */
export const run = (words: string, ...looks: Styles<Look>): TextRun => styled({ type: 'TextRun', text: words }, looks);

/** Our own words only, never what a person typed nor a name from the roster: clients read Markdown in it. */
export const label = (words: string, ...styles: Styles<Look | Place>): TextBlock =>
  styled({ type: 'TextBlock', text: words, wrap: true }, styles);

/** How things stand, in a coloured word of ours at the end of a row. */
export const state = (words: string, tone: Tone): TextBlock => label(words, small, bold, toned(tone), right);

/** A name and what is said about it in small letters. */
export const titled = (name: string, about: string, ...looks: Styles<Look>): RichTextBlock[] => [
  text(name, bold, ...looks),
  text(about, note, tight),
];

type Style = Styles<Look | Place>[number];
const isLook = (style: Style): style is Look => Boolean(style) && 'look' in (style as object);
const isPlace = (style: Style): style is Place => Boolean(style) && 'place' in (style as object);
