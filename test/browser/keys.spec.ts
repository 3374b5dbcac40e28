import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { openBrowser } from './support/chromium.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

describe('the page, by keys alone', function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  let teams: TeamsPage;

  before(async function () {
    browser = await openBrowser(this);
    centre = await openCentre();
    teams = await openTeamsPage(browser, centre.sandbox.url, centre.clock);
    await teams.become('hoa');
    for (const text of ['trợ giúp', 'ngôn ngữ', 'kế hoạch']) {
      await teams.say(text);
      await teams.page.getByTestId('working').waitFor({ state: 'detached' });
    }
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
  });
  /** Whether what has the focus is, or is in, what the selector finds. */
  const isFocusIn = (selector: string): Promise<boolean> =>
    teams.page
      .locator(`${selector}:focus, ${selector} :focus`)
      .count()
      .then((n) => n > 0);

  it('after an action the focus stays with the card that answers', async () => {
    const card = teams.newest().getByTestId('card');
    const button = card.getByRole('button').first();
    await button.focus();
    await teams.page.keyboard.press('Enter');
    await card.locator('.card-place:focus').waitFor();
    assert.ok(await isFocusIn('[data-testid=card]'));
  });

  it('the first stop in a chat leads past old cards to the newest message', async () => {
    const skip = teams.page.getByTestId('to-newest');
    await skip.focus();
    await teams.page.keyboard.press('Enter');
    const last = await teams.page.locator('[data-testid=message]').last().getAttribute('data-message-id');
    const focused = await teams.page.locator('[data-testid=message]:focus').getAttribute('data-message-id');
    assert.equal(focused, last);
  });

  it('things to open in one card have names of their own', async () => {
    const names = await teams
      .newest()
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent));
    const inCard = names.filter((name) => name !== null && name !== '');
    assert.equal(new Set(inCard).size, inCard.length, inCard.join(' | '));
  });
});
