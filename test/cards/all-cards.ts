import { readdirSync, readFileSync } from 'node:fs';
import type { DrawCard } from '../../cards/kit/kit.ts';
import { toured } from '../support/grand-tour.ts';

const folder = new URL('../../cards/', import.meta.url);

/** Source files of cards, by `<capability>/<name>`; what stands beside or above them is a part of some. */
export const sources: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts') && !file.startsWith('kit/'))
    .sort()
    .map((file) => [file.replace('.ts', ''), readFileSync(new URL(file, folder), 'utf8')]),
);
const isCard = (source: string): boolean => source.includes('= defineCard(');

/** Every card that can be drawn, by `<capability>/<name>`. */
export async function allCards(): Promise<ReadonlyMap<string, DrawCard<object>>> {
  const cards = new Map<string, DrawCard<object>>();
  for (const [name, source] of sources) {
    if (!isCard(source)) continue;
    const made = (await import(new URL(`${name}.ts`, folder).href)) as Record<string, DrawCard<object>>;
    for (const [exported, card] of Object.entries(made)) if (exported.endsWith('Card')) cards.set(name, card);
  }
  return cards;
}

/** What pages give a card in the course of a round, in both languages. */
export async function viewsOf(name: string): Promise<readonly object[]> {
  const tours = [await toured('vi'), await toured('en')];
  return tours.flatMap(({ views }) => views.get(name) ?? []);
}
