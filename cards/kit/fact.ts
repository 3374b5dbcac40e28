import type { ColumnSet, RichTextBlock, TextBlock } from './elements.ts';
import { column, row, wide } from './layout.ts';
import { close } from './styles.ts';
import { text } from './text.ts';

/** A short name of a fact, and the fact: the names take a fixed width. */
export const fact = (name: TextBlock | RichTextBlock, value: string): ColumnSet =>
  row([column('100px', [name]), wide([text(value)])], close);

/** A longer name of a fact, and the fact: one third and two thirds. */
export const pair = (name: TextBlock | RichTextBlock, value: string): ColumnSet =>
  row([column(1, [name]), column(2, [text(value)])], close);
