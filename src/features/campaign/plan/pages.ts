import type { Block, Source } from './block.ts';
import { planGrounds } from './grounds.ts';
import { planNow } from './now.ts';
import { planSigned, planWords, sectionTitle } from './text.ts';

/** The plan's words; what they mean today; and, for the office alone, notes and law. */
const parts = ['text', 'now', 'grounds'] as const;
export type Part = (typeof parts)[number];

export interface PlanPage {
  readonly section: Part;
  /** From 1, within the part. */
  readonly page: number;
  readonly blocks: readonly Block[];
}

/** Characters of one page at most; a card is 28 KB at most, a Vietnamese character takes nearly two bytes, and the frame needs room. */
const pageWeight = 8_000;
/** What the card adds to each paragraph, in characters. */
const blockWeight = 170;
const longest = 4_000;

/** What a reader may page through, in order. */
export function planPages(source: Source, mayReadGrounds: boolean): PlanPage[] {
  const written: readonly (readonly [Part, readonly Block[]])[] = [
    ['text', [...planWords(source), ...planSigned(source)]],
    ['now', planNow(source)],
    ...(mayReadGrounds ? [['grounds', planGrounds(source)] as const] : []),
  ];
  return written.flatMap(([section, blocks]) =>
    split(blocks.flatMap(shorten)).map((page, i) => ({ section, page: i + 1, blocks: page })),
  );
}

/** A line of the contents: a section of the plan, or a part of ours, and the page on which it begins. */
export interface Entry {
  readonly title: string;
  readonly at: PlanPage;
}

export function contentsOf(pages: readonly PlanPage[]): Entry[] {
  return pages.flatMap((at) =>
    at.blocks.filter(({ heading }) => heading === 'section').map(({ label: title }) => ({ title, at })),
  );
}

/** Cards of earlier releases had a page a section of their own numbering: which of the plan's sections each was, or which part. */
const earlier: Readonly<Record<string, number | Part>> = {
  general: 0,
  aims: 1,
  period: 2,
  contents: 3,
  criteria: 4,
  quotas: 4,
  dossier: 5,
  sending: 5,
  funding: 5,
  duties: 6,
  movements: 'now',
  legal: 'now',
};

/** The page that a card asks for; undefined when there is none. */
export function pageAt(
  pages: readonly PlanPage[],
  asked: { readonly section: string; readonly page: string },
  { plan }: Source,
): number {
  const was = Object.hasOwn(earlier, asked.section) ? earlier[asked.section] : undefined;
  if (typeof was === 'number') {
    const title = plan.text[was] === undefined ? '' : sectionTitle(plan.text[was]);
    return Math.max(
      0,
      pages.findIndex(({ blocks }) => blocks.some(({ label }) => label === title)),
    );
  }
  const [section, page] = was === undefined ? [asked.section, asked.page] : [was, '1'];
  return pages.findIndex((each) => each.section === section && String(each.page) === page);
}

const weight = (block: Block): number => blockWeight + block.label.length + block.text.length + block.note.length;

/** As few pages as will do, about equally long; a heading stands above what it heads. */
function split(blocks: readonly Block[]): Block[][] {
  const total = blocks.reduce((sum, block) => sum + weight(block), 0);
  const share = total / Math.ceil(total / pageWeight);
  const pages: Block[][] = [[]];
  let filled = 0;
  for (const block of blocks) {
    if (filled >= share || (filled > 0 && filled + weight(block) > pageWeight)) {
      const headings = trailingHeadings(pages.at(-1) ?? []);
      pages.push(headings);
      filled = headings.reduce((sum, heading) => sum + weight(heading), 0);
    }
    pages.at(-1)?.push(block);
    filled += weight(block);
  }
  return pages.filter((page) => page.length > 0);
}

/** Takes the headings off the end of a page. */
function trailingHeadings(page: Block[]): Block[] {
  const last = page.findLastIndex(({ heading }) => heading === '');
  return page.splice(last + 1);
}

/** A very long paragraph goes on in blocks of its own, broken between words. */
function shorten(block: Block): Block[] {
  if (block.text.length <= longest) return [block];
  const cut = Math.max(block.text.lastIndexOf(' ', longest), 1);
  const rest = { ...block, label: '', chip: '', text: block.text.slice(cut).trim() };
  return [{ ...block, text: block.text.slice(0, cut), note: '' }, ...shorten(rest)];
}
