import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { grandTour } from '../support/grand-tour.ts';
import { openBrowser } from './support/chromium.ts';
import { openGallery } from './support/open-gallery.ts';
import { openTeamsPage } from './support/teams-page.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Of rules that are out: a row that is one button holds several texts, and its name says what it opens and of whom. The rule is on trial with axe, too. */
const rules = { 'label-content-name-mismatch': { enabled: false } };

/** What a program finds that keeps people from using the page: each rule once, with an example. @param context a selector; the whole page by default */
async function faultsOf(page: Page, context = 'body'): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    ({ context, rules }) =>
      (
        globalThis as unknown as {
          axe: { run(context: string, options: object): Promise<{ violations: Violation[] }> };
        }
      ).axe.run(context, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'], rules }),
    { context, rules },
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.length} times, as ${nodes[0]?.html.slice(0, 300)}`);
}

describe('axe finds nothing', function () {
  this.timeout(300_000);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  before(async function () {
    browser = await openBrowser(this);
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
  });

  for (const theme of ['light', 'dark'] as const)
    it(`in the whole gallery, ${theme}`, async () => {
      assert.ok(browser !== undefined);
      const cards = [...(await grandTour('vi'))].flatMap(([, shown]) => shown.slice(-1));
      const gallery = await openGallery(browser, cards);
      await gallery.show({ theme, width: 640 });
      assert.deepEqual(await faultsOf(gallery.page, '.card'), []);
    });

  it('on the page, with cards and a form in the chat', async () => {
    assert.ok(browser !== undefined);
    centre = await openCentre();
    const teams = await openTeamsPage(browser, centre.sandbox.url);
    await teams.become('hoa');
    for (const text of ['trợ giúp', 'ngôn ngữ', 'kế hoạch']) {
      await teams.say(text);
      await teams.page.getByTestId('working').waitFor({ state: 'detached' });
    }
    assert.deepEqual(await faultsOf(teams.page), []);
  });
});
