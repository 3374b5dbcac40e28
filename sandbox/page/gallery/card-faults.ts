import { faultsOfBars } from './bar-faults.ts';
import { contrast } from './contrast.ts';

/** What a reader would stumble over in one drawn card, in words. */
export function faultsOf(frame: Element): string[] {
  const edge = frame.getBoundingClientRect();
  const texts = textsIn(frame);
  const wide = texts.filter(({ box }) => box.right > edge.right + 1 || box.left < edge.left - 1);
  return [
    ...wide.map(({ words }) => `reaches out of the card: ${words}`),
    ...texts.filter(({ box }) => box.height < 4 || box.width < 1).map(({ words }) => `cannot be seen: ${words}`),
    ...texts
      .filter(({ box, words }) => box.width < 64 && box.height > 80 && words.length > 8)
      .map(({ words }) => `squeezed: ${words}`),
    ...texts
      .filter(({ box, element }) => isLarge(element) && box.width < edge.width / 2 && linesOf(box, element) > 3)
      .map(({ words }) => `a heading in a narrow column: ${words}`),
    ...[...frame.querySelectorAll('button')]
      // What is cut short may be the words within, not the button.
      .filter((button) => [button, ...button.querySelectorAll('*')].some(isCut))
      .map((button) => `cut: ${button.textContent}`),
    ...[...frame.querySelectorAll('.ac-columnSet')]
      .filter((row) => row.scrollWidth > row.clientWidth + 1)
      .map((row) => `wider than its room: ${row.textContent?.slice(0, 60)}`),
    ...texts.flatMap((one, i) =>
      texts
        .slice(i + 1)
        .filter((other) => !isOneParagraph(one, other) && overlap(one.box, other.box))
        .map((other) => `over each other: ${one.words} / ${other.words}`),
    ),
    ...texts
      .filter(({ element }) => contrast(element) < 4.5)
      .map(({ words, element }) => `contrast ${contrast(element).toFixed(2)}: ${words}`),
    ...faultsOfBars(frame),
  ];
}

const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean =>
  clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);

const isLarge = (element: Element): boolean => Number.parseFloat(getComputedStyle(element).fontSize) >= 18;
const linesOf = (box: DOMRect, element: Element): number =>
  box.height / Number.parseFloat(getComputedStyle(element).lineHeight);

interface Seen {
  readonly words: string;
  readonly box: DOMRect;
  readonly element: Element;
}

/** Every text that is shown, with the box around its lines. */
function textsIn(frame: Element): Seen[] {
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  const seen: Seen[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    const words = currentNode.textContent?.trim() ?? '';
    const element = currentNode.parentElement;
    if (
      words === '' ||
      element === null ||
      element.closest('select, option, textarea') !== null ||
      !element.checkVisibility()
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(currentNode);
    seen.push({ words: words.slice(0, 60), box: range.getBoundingClientRect(), element });
  }
  return seen;
}

/** Runs of one paragraph share its lines. */
function isOneParagraph(a: Seen, b: Seen): boolean {
  const paragraph = a.element.closest('.ac-richTextBlock, .ac-textBlock');
  return paragraph?.contains(b.element) ?? false;
}

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 8;
