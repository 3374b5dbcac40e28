import type { Browser } from 'playwright-core';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { openBrowser } from './support/chromium.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

describe('what is said while the page loads', function () {
  this.timeout(30_000);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  let teams: TeamsPage;

  before(async function () {
    browser = await openBrowser(this);
    centre = await openCentre();
    teams = await openTeamsPage(browser, centre.sandbox.url);
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
  });
  const say = async (text: string) => {
    await centre?.sandbox.as('hoa').say(text);
  };
  const see = (text: string) => teams.page.getByTestId('message').filter({ hasText: text }).waitFor();

  it('is seen when the chat was looked at before the page listens', async () => {
    await teams.page.route('**/api/events?*', async (route) => {
      await say('đang kết nối');
      await route.continue();
    });
    await teams.become('hoa');
    await see('đang kết nối');
    await teams.page.unroute('**/api/events?*');
  });

  it('is seen when the answer with the messages was made before it', async () => {
    await teams.page.route('**/messages', async (route) => {
      const answer = await route.fetch();
      await say('đang tải');
      await route.fulfill({ response: answer });
    });
    await teams.become('hoa');
    await see('đang tải');
    await teams.page.unroute('**/messages');
  });
});
