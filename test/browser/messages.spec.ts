import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { waitUntil } from '../support/wait-until.ts';
import { openBrowser } from './support/chromium.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

const pictures = new URL('../../.screens/messages/', import.meta.url).pathname;

describe('messages that stand already, in a browser', function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  let teams: TeamsPage;

  before(async function () {
    browser = await openBrowser(this);
    centre = await openCentre();
    teams = await openTeamsPage(browser, centre.sandbox.url, centre.clock);
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
  });
  const mine = (words: string): Locator =>
    teams.page.locator('[data-testid=message][data-author=hoa]').filter({ hasText: words }).last();
  const box = (): Locator => teams.page.getByTestId('composer');
  async function tool(message: Locator, name: string): Promise<void> {
    await message.hover();
    await message.getByTestId(name).click();
  }
  const picture = (name: string) => teams.page.screenshot({ path: `${pictures}${name}.png` });

  it('are quoted, edited, forwarded and deleted by what appears beside them', async () => {
    const { page } = teams;
    await teams.become('hoa');
    await teams.say('trợ giúp');
    const help = teams.message('Những việc anh/chị làm được');
    await help.waitFor();
    await tool(help, 'quote');
    await page.getByTestId('aim').waitFor();
    await picture('quoting');
    await teams.say('kế hoạch');
    await mine('kế hoạch').getByTestId('quote-shown').waitFor();
    await teams.message('Kế hoạch').waitFor();

    await tool(mine('trợ giúp'), 'edit');
    await waitUntil('its words are in the box', async () => (await box().inputValue()) === 'trợ giúp');
    await teams.say('hồ sơ');
    await mine('hồ sơ').getByTestId('edited').waitFor();
    await teams.message('Tin nhắn đã sửa không được đọc lại').waitFor();
    await tool(mine('hồ sơ'), 'forward');
    await page.locator('[data-testid=quote-shown]').filter({ hasText: 'hồ sơ' }).waitFor();
    await picture('edited');
    await tool(
      page.locator('[data-testid=message][data-author=hoa]').filter({ has: page.getByTestId('edited') }),
      'remove',
    );
    await mine('Tin nhắn này đã bị xóa.').waitFor();
    await picture('deleted');
    assert.deepEqual(teams.problems, []);
  });
  it('and what is begun is left by pressing once', async () => {
    const { page } = teams;
    await teams.say('kết quả');
    await tool(mine('kết quả'), 'edit');
    await waitUntil('its words are in the box', async () => (await box().inputValue()) === 'kết quả');
    await page.getByTestId('aim').getByRole('button').click();
    await page.getByTestId('aim').waitFor({ state: 'detached' });
    assert.equal(await box().inputValue(), '');
    await page.getByTestId('chat-menu').click();
    await page.getByTestId('upgrade').click();
    await picture('upgraded');
    assert.deepEqual(teams.problems, []);
  });
});
