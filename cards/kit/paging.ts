import { act } from './action.ts';
import type { Data, Execute, Manners } from './elements.ts';

/** Where a page of a long list stands in it. The card's words name `from`, `to` and `total`. */
export interface Paging {
  /** Of the first entry shown, from 1. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Page to open; empty without one. */
  readonly previous: string;
  readonly next: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Whether there is more than one page. */
export const isPaged = ({ hasPrevious, hasNext }: Pick<Paging, 'hasPrevious' | 'hasNext'>): boolean =>
  hasPrevious || hasNext;

/** Turns a page of what `verb` with `data` shows. */
interface Leaf {
  readonly view: Pick<Paging, 'previous' | 'next' | 'hasPrevious' | 'hasNext'>;
  readonly verb: string;
  readonly data?: Data;
}
export const nextPage = (title: string, { view, verb, data }: Leaf, ...manners: readonly Manners[]): Execute | false =>
  view.hasNext && act(title, verb, { ...data, page: view.next }, ...manners);
export const previousPage = (
  title: string,
  { view, verb, data }: Leaf,
  ...manners: readonly Manners[]
): Execute | false => view.hasPrevious && act(title, verb, { ...data, page: view.previous }, ...manners);

/** The buttons of a list to the pages beside: the next one first, where the finger is when it goes on through the list. */
export const turnPages = (
  t: Readonly<Record<'next' | 'previous', string>>,
  leaf: Leaf,
  ...manners: readonly Manners[]
): readonly (Execute | false)[] => [nextPage(t.next, leaf, ...manners), previousPage(t.previous, leaf, ...manners)];
