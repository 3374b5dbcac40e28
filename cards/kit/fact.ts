import type { ColumnSet, Container, Element, RichTextBlock, TextBlock } from './elements.ts';
import { column, row, stack, wide } from './layout.ts';
import { close, note, tight } from './styles.ts';
import { text } from './text.ts';

/** A short name of a fact, and the fact: the names take a fixed width. */
export const fact = (name: TextBlock | RichTextBlock, value: string): ColumnSet =>
  row([column('100px', [name]), wide([text(value)])], close);

/** A longer name of a fact, and the fact: one third and two thirds. */
export const pair = (name: TextBlock | RichTextBlock, value: string): ColumnSet =>
  row([column(1, [name]), column(2, [text(value)])], close);

/** A small name above what it names. */
export const under = (name: string, ...items: readonly Element[]): Container =>
  stack([text(name, note, tight), ...items], close);
