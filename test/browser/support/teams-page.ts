import type { Browser, Locator } from 'playwright-core';

const readingMs = 1_600;

/** The sandbox's page as a person uses it: by what is seen, not by its code. */
export async function openTeamsPage(browser: Browser, url: string, clock?: { advance(by: { seconds: number }): void }) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  page.setDefaultTimeout(30_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
  await page.getByTestId('hint-start').click();

  const newest = (): Locator => page.locator('[data-testid=message][data-author=bot]').last();
  /** The newest message of the bot with these words. */
  const message = (words: string | RegExp): Locator =>
    page.locator('[data-testid=message][data-author=bot]').filter({ hasText: words }).last();
  const press = (within: Locator, name: string | RegExp): Promise<void> =>
    within.getByRole('button', { name }).first().click();
  return {
    page,
    problems,
    newest,
    message,
    async become(key: string): Promise<void> {
      await page.getByTestId('rail-people').click();
      await page.locator(`[data-testid=person][data-person=${key}]`).click();
      await page.locator(`[data-testid=me][data-person=${key}]`).waitFor();
      await page.getByTestId('rail-chats').click();
    },
    async chat(key: 'personal' | 'office' | 'youth'): Promise<void> {
      await page.locator(`[data-testid=chat][data-chat=${key}]`).click();
      await page.locator(`[data-testid=pane][data-chat=${key}]`).waitFor();
    },
    async say(text: string): Promise<void> {
      await page.getByTestId('composer').fill(text);
      await page.getByTestId('send').click();
    },
    async mention(text: string): Promise<void> {
      await page.getByTestId('mention').click();
      await page.getByTestId('composer').pressSequentially(text);
      await page.getByTestId('send').click();
    },
    press,
    /** Sent with one message. */
    async upload(...files: readonly { name: string; buffer: Buffer; mimeType: string }[]): Promise<void> {
      await page.getByTestId('attach').click();
      await page.getByTestId('attach-input').setInputFiles([...files]);
      const send = page.getByTestId('send');
      if (await send.isEnabled()) await send.click();
      await page.keyboard.press('Escape');
    },
    /** @param time in the office's zone, `2026-11-23T08:32` */
    async moveClock(time: string): Promise<void> {
      await page.getByTestId('clock').click();
      await page.getByTestId('clock-input').fill(time);
      await page.getByTestId('clock-set').click();
      await page.keyboard.press('Escape');
    },
    /** What decides is read before it is pressed: sooner it does nothing. */
    async decide(within: Locator, name: string | RegExp): Promise<void> {
      await within.waitFor();
      // Where the bot's clock can be moved, nobody waits.
      if (clock === undefined) await page.waitForTimeout(readingMs);
      else clock.advance({ seconds: readingMs / 1_000 });
      await press(within, name);
    },
  };
}
export type TeamsPage = Awaited<ReturnType<typeof openTeamsPage>>;
