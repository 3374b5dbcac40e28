import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { grandTour } from '../test/support/grand-tour.ts';

/** Writes every card of a whole round, in both languages, as `<locale>/<page>-<n>.json`. @returns how many */
export async function writeCards(folder: string): Promise<number> {
  let count = 0;
  for (const locale of ['vi', 'en'] as const) {
    const cards = await grandTour(locale);
    mkdirSync(path.join(folder, locale), { recursive: true });
    for (const [page, shown] of cards)
      for (const [i, card] of shown.entries()) {
        writeFileSync(path.join(folder, locale, `${page}-${i + 1}.json`), `${JSON.stringify(card, null, 2)}\n`);
        count += 1;
      }
  }
  return count;
}
