import { contrastOfSigns } from './contrast.ts';

/** Least contrast of what is drawn and says something, such as a bar on its track (WCAG 1.4.11). */
const leastContrast = 3;

/** Bars are drawn in signs: full ones, then those of the track. */
const barsIn = (frame: Element): Element[] =>
  [...frame.querySelectorAll('.ac-richTextBlock')].filter(({ textContent }) => /^\s*█*░*\s*$/.test(textContent ?? ''));
const partOf = (bar: Element, sign: string): Element | undefined =>
  [...bar.querySelectorAll('span')].find(({ textContent }) => textContent?.startsWith(sign));
const contrastOf = (bar: Element): number | undefined => {
  const [full, track] = [partOf(bar, '█'), partOf(bar, '░')];
  return full && track && contrastOfSigns(full, track);
};

export function faultsOfBars(frame: Element): string[] {
  return barsIn(frame).flatMap((bar) => {
    const boxes = ['█', '░'].flatMap((sign) => [...(partOf(bar, sign)?.getClientRects() ?? [])]);
    const isOneLine = boxes.every(({ top, bottom }) => top < (boxes[0]?.bottom ?? 0) && bottom > (boxes[0]?.top ?? 0));
    const found = contrastOf(bar) ?? leastContrast;
    return [
      ...(isOneLine ? [] : ['a bar of several lines']),
      ...(found >= leastContrast ? [] : [`contrast ${found.toFixed(2)} of a bar and its track`]),
    ];
  });
}

/** How many bars have both parts: that none of them is faulty says nothing where there are none. */
export const countOfBars = (frame: Element): number =>
  barsIn(frame).filter((bar) => contrastOf(bar) !== undefined).length;
