import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Card } from '../../src/ports/messenger.ts';
import { grandTour } from '../support/grand-tour.ts';
import { openBrowser } from './support/chromium.ts';
import { type Gallery, openGallery } from './support/open-gallery.ts';

const pictures = new URL('../../.screens/gallery/', import.meta.url).pathname;
/** PICTURES=yes keeps pictures to look at in .screens/gallery; taking them costs more than measuring every card. */
const keepsPictures = process.env.PICTURES === 'yes';
/** `pictured`: how many cards of each page are kept as pictures, the latest in the round. */
const looks = [
  { name: 'light', theme: 'light', width: 640, pictured: 4 },
  { name: 'dark', theme: 'dark', width: 640, pictured: 2 },
  { name: '320', theme: 'light', width: 320, pictured: 2 },
] as const;

interface Shown {
  readonly card: Card;
  /** Page and number of the card. */
  readonly name: string;
  /** How many cards of the page come after it. */
  readonly later: number;
}

for (const locale of ['vi', 'en'] as const) {
  describe(`every card, drawn (${locale})`, function () {
    this.timeout(60_000);
    let browser: Browser | undefined;
    let gallery: Gallery;
    let shown: readonly Shown[];

    before(async function () {
      browser = await openBrowser(this);
      shown = [...(await grandTour(locale))].flatMap(([page, cards]) =>
        cards.map((card, i) => ({ card, name: `${page}-${i + 1}`, later: cards.length - i - 1 })),
      );
      gallery = await openGallery(
        browser,
        shown.map(({ card }) => card),
      );
      if (!keepsPictures) return;
      if (locale === 'vi') rmSync(pictures, { recursive: true, force: true });
      mkdirSync(pictures, { recursive: true });
    });
    after(() => browser?.close());

    for (const { name, pictured, ...look } of looks) {
      it(`can be read at ${look.width} px, ${look.theme}`, async () => {
        await gallery.show(look);
        const faults = await gallery.faults();
        assert.equal(faults.length, shown.length);
        assert.ok((await gallery.bars()) > 20, 'hardly a bar was looked at');
        if (keepsPictures && locale === 'vi')
          await gallery.photograph((i) => {
            const of = shown[i];
            return of !== undefined && of.later < pictured ? `${pictures}${of.name}.${name}.png` : undefined;
          });
        assert.deepEqual(
          faults.flatMap((some, i) => some.map((fault) => `${shown[i]?.name}: ${fault}`)),
          [],
        );
      });
    }
  });
}
