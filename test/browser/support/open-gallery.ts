import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { Card } from '../../../src/ports/messenger.ts';

const entry = fileURLToPath(new URL('../../../sandbox/page/gallery/gallery.ts', import.meta.url));
/** Cards stand apart, so that a picture of one holds no other. */
const layout = `html,body{height:auto;overflow:visible}body{padding-bottom:3000px;background:var(--surface-3)}
.card{width:100%;border-radius:0;box-shadow:none;margin-bottom:200px}`;
/** Window heights that pictures are taken at, in pixels: changing the height takes longer than a picture that is too tall. */
const step = 100;

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly width: number;
}
interface Window {
  readonly document: { readonly documentElement: { readonly dataset: Record<string, string> } };
  readonly gallery: { drawCards(cards: readonly Card[]): void; faultsOfAll(): string[][]; barsOfAll(): number };
  scrollTo(x: number, y: number): void;
  requestAnimationFrame(done: () => void): void;
}

/** All cards in one page, one under the other, drawn as the sandbox draws them. No request leaves the machine: the page is answered here. */
export async function openGallery(browser: Browser, cards: readonly Card[]) {
  const html = await bundled();
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://127.0.0.1/');
  await page.evaluate((cards) => (globalThis as unknown as Window).gallery.drawCards(cards), cards);
  const session = await page.context().newCDPSession(page);
  return {
    page,
    async show({ theme, width }: Look): Promise<void> {
      await page.setViewportSize({ width, height: step });
      await page.evaluate((theme) => {
        (globalThis as unknown as Window).document.documentElement.dataset.theme = theme;
      }, theme);
    },
    /** What is wrong with each card as it is shown now. */
    faults: () => page.evaluate(() => (globalThis as unknown as Window).gallery.faultsOfAll()),
    /** How many bars with something done and something left were looked at. */
    bars: () => page.evaluate(() => (globalThis as unknown as Window).gallery.barsOfAll()),
    /** One picture a card, for people to look at; cards for which `fileOf` gives nothing are passed over. */
    async photograph(fileOf: (card: number) => string | undefined): Promise<void> {
      const boxes = await page.locator('.card').evaluateAll((frames) =>
        frames.map((frame, card) => {
          const { top, width, height } = frame.getBoundingClientRect();
          return { card, top: top - frame.ownerDocument.documentElement.getBoundingClientRect().top, width, height };
        }),
      );
      for (const { card, top, width, height } of boxes.sort((a, b) => a.height - b.height)) {
        const file = fileOf(card);
        if (file === undefined) continue;
        const room = Math.ceil(height / step) * step;
        if (page.viewportSize()?.height !== room) await page.setViewportSize({ width: Math.ceil(width), height: room });
        await page.evaluate((y) => {
          const { requestAnimationFrame, scrollTo } = globalThis as unknown as Window;
          scrollTo(0, y);
          // Painted where it was scrolled to: a capture may come before.
          return new Promise<void>((done) => requestAnimationFrame(() => done()));
        }, top);
        const { data } = await session.send('Page.captureScreenshot', { optimizeForSpeed: true });
        await writeFile(file, data, 'base64');
      }
    },
  };
}
export type Gallery = Awaited<ReturnType<typeof openGallery>>;

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: { gallery: entry },
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return `<meta charset="utf-8"><style>${text('.css')}${layout}</style><body><script>${text('.js')}</script>`;
}
