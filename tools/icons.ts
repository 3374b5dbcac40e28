import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';

// Draws the icons of the Teams app from their SVG, where a Chromium is installed: `npm run icons`. What it draws is committed beside them.
const folder = new URL('../manifest/', import.meta.url);
const icons = [
  { name: 'color', size: 192, isOutline: false },
  { name: 'outline', size: 32, isOutline: true },
] as const;

/** An outline icon is white alone, also where it is half transparent. */
function whitened(drawn: Buffer): Buffer {
  const png = PNG.sync.read(drawn);
  for (let at = 0; at < png.data.length; at += 4) png.data.fill(255, at, at + 3);
  return PNG.sync.write(png);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
for (const { name, size, isOutline } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block}</style>${readFileSync(new URL(`${name}.svg`, folder), 'utf8')}`,
  );
  const drawn = await page.screenshot({ omitBackground: true });
  writeFileSync(new URL(`${name}.png`, folder), isOutline ? whitened(drawn) : drawn);
  await page.close();
}
await browser.close();
