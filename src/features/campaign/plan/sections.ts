import { criteria, dossier, quotas } from './awards.ts';
import type { Block, Source } from './block.ts';
import { general } from './general.ts';
import { legal } from './legal.ts';
import { aims, contents, movements, period } from './movement.ts';
import { duties, funding, sending } from './procedure.ts';

/** The plan in the order in which it is read; titles are `words.campaign.plan.sections.<id>`. */
const writers = {
  general,
  aims,
  period,
  contents,
  movements,
  criteria,
  quotas,
  dossier,
  sending,
  funding,
  duties,
  legal,
} as const satisfies Record<string, (source: Source) => Block[]>;
export const sectionIds = Object.keys(writers) as readonly (keyof typeof writers)[];

export interface PlanPage {
  readonly section: (typeof sectionIds)[number];
  /** From 1, within the section. */
  readonly page: number;
  readonly pages: number;
  readonly blocks: readonly Block[];
}

/** Characters of one page at most; a card is 28 KB at most, a character takes two bytes, and the frame needs room. */
const pageWeight = 8_000;
/** What the card adds to each paragraph. */
const blockWeight = 450;
const longest = 4_000;

/** The whole plan as pages. */
export function planPages(source: Source): PlanPage[] {
  return sectionIds.flatMap((section) => {
    const pages = split(writers[section](source).flatMap(shorten));
    return pages.map((blocks, i) => ({ section, page: i + 1, pages: pages.length, blocks }));
  });
}

const weight = (block: Block): number => blockWeight + block.label.length + block.text.length + block.note.length;

/** As few pages as will do, about equally long. */
function split(blocks: readonly Block[]): Block[][] {
  const total = blocks.reduce((sum, block) => sum + weight(block), 0);
  const share = total / Math.ceil(total / pageWeight);
  const pages: Block[][] = [[]];
  let filled = 0;
  for (const block of blocks) {
    if (filled >= share || (filled > 0 && filled + weight(block) > pageWeight)) {
      pages.push([]);
      filled = 0;
    }
    pages.at(-1)?.push(block);
    filled += weight(block);
  }
  return pages;
}

/** A very long paragraph goes on in blocks of its own, broken between words. */
function shorten(block: Block): Block[] {
  if (block.text.length <= longest) return [block];
  const cut = Math.max(block.text.lastIndexOf(' ', longest), 1);
  const rest = { ...block, label: '', chip: '', text: block.text.slice(cut).trim() };
  return [{ ...block, text: block.text.slice(0, cut), note: '' }, ...shorten(rest)];
}
