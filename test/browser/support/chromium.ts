import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));

/** Opens the system's Chromium. Without one the suite is skipped and says so, unless BROWSER_TESTS=required. */
export async function openBrowser(suite: Mocha.Context): Promise<Browser> {
  if (found === undefined) {
    if (process.env.BROWSER_TESTS === 'required')
      throw new Error('BROWSER_TESTS=required, and no Chromium is installed (CHROMIUM_PATH names one)');
    console.log('      Browser tests are skipped: no Chromium is installed (set CHROMIUM_PATH to one).');
    suite.skip();
  }
  return chromium.launch({
    executablePath: found,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
