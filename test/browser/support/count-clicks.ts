import type { Page } from 'playwright-core';

/**
 * Counts what a person presses in cards, on the page itself: a button, a tick, a choice one each; a list two, for it is opened first.
 * Typing a command or text is not counted.
 */
export async function countClicks(page: Page) {
  await page.evaluate(`
    window.clicksInCards = 0;
    const isInCard = (element) => element.closest('[data-testid=message]') !== null;
    document.addEventListener('click', (event) => {
      const pressed = event.target.closest('button, [role=button], input[type=radio], input[type=checkbox], a');
      if (event.isTrusted && pressed !== null && isInCard(pressed)) window.clicksInCards += 1;
    }, true);
    document.addEventListener('change', (event) => {
      if (event.target.tagName === 'SELECT' && isInCard(event.target)) window.clicksInCards += 2;
    }, true);
  `);
  return {
    /** How many there were since it was asked last. */
    taken: (): Promise<number> =>
      page.evaluate<number>(
        '(() => { const taken = window.clicksInCards; window.clicksInCards = 0; return taken; })()',
      ),
  };
}
