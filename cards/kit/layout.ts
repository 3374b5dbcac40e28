import type { Column, ColumnSet, Container, Element, Tone, Width } from './elements.ts';
import { type List, listed } from './list.ts';
import { type Face, type Place, type Styles, styled, tinted } from './styles.ts';

/** Elements one under the other. */
export const stack = (items: List<Element>, ...styles: Styles<Place | Face>): Container =>
  styled({ type: 'Container', items: listed(items) }, styles);

/** A coloured box. */
export const notice = (tone: Tone, items: List<Element>, ...styles: Styles<Place | Face>): Container =>
  stack(items, tinted(tone), ...styles);

/** Columns side by side. */
export const row = (columns: List<Column>, ...styles: Styles<Place | Face>): ColumnSet =>
  styled({ type: 'ColumnSet', columns: listed(columns) }, styles);

export const column = (width: Width, items: List<Element>, ...styles: Styles<Place | Face>): Column =>
  styled({ type: 'Column', width, items: listed(items) }, styles);
/** A column that takes what is left. */
export const wide = (items: List<Element>, ...styles: Styles<Place | Face>): Column =>
  column('stretch', items, ...styles);
/** A column that takes what it needs. */
export const narrow = (items: List<Element>, ...styles: Styles<Place | Face>): Column =>
  column('auto', items, ...styles);
