import { close, type Element, note, notice, pair, small, text } from './kit/kit.ts';
import type { List } from './kit/list.ts';

/** The law that a paper rests on, empty where it is another's paper, and what of it nobody has checked yet; empty when all is checked. */
export interface GroundsView {
  readonly grounds: { readonly label: string; readonly value: string };
  readonly toCheck: string;
}

export const groundsPart = ({ grounds, toCheck }: GroundsView): List<Element> => [
  grounds.value !== '' && pair(text(grounds.label, note), grounds.value),
  checkPart(toCheck),
];

export const checkPart = (toCheck: string): Element | false =>
  toCheck !== '' && notice('warning', [text(toCheck, small)], close);
