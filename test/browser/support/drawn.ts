import type { Locator } from 'playwright-core';
import type { Centre } from '../../story/support/open-centre.ts';
import type { TeamsPage } from './teams-page.ts';

/** The newest message with these words, once it is there. The clock stands still: cards are drawn anew at most every five seconds of it. */
export async function drawn(teams: TeamsPage, centre: Centre | undefined, words: string): Promise<Locator> {
  const message = teams.message(words);
  for (let n = 0; n < 20 && !(await message.isVisible()); n += 1) {
    centre?.sandbox.clock.advance({ seconds: 6 });
    await teams.page.waitForTimeout(500);
  }
  await message.waitFor();
  return message;
}
