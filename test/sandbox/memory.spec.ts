import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { movableClock } from '../../sandbox/clock.ts';
import { startSandbox } from '../../sandbox/server/start-sandbox.ts';
import { startEchoBot } from './support/echo-bot.ts';
import { echo } from './support/sandbox-with-bot.ts';

describe('a sandbox with a folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('shows the same chats, files and installations after a restart', async () => {
    const bot = await startEchoBot(echo);
    try {
      const first = await startSandbox({ clock: movableClock('2026-10-26T08:00'), botUrl: bot.url, dataDir });
      await first.install();
      await first.as('hoa').say('xin chào');
      await first.as('hoa').upload('ghi-chú.txt', Buffer.from('một'));
      await first.as('hoa').uninstall();
      first.as('dao').loseChat();
      const daoChat = first.as('dao').chatId;
      await first.stop();
      const heard = bot.heard.length;

      const second = await startSandbox({ clock: movableClock('2026-10-26T07:00'), botUrl: bot.url, dataDir });
      await second.install();
      const hoa = second.as('hoa');
      assert.deepEqual([hoa.aadObjectId, hoa.chatId], [first.as('hoa').aadObjectId, first.as('hoa').chatId]);
      assert.deepEqual(
        hoa.messages().map(({ text, raw }) => text || raw.attachments[0]?.name),
        ['xin chào', 'Anh/chị viết: xin chào', 'ghi-chú.txt'],
      );
      assert.equal(bot.heard.length, heard, 'nobody is installed again, not even who removed the app');
      assert.equal(second.as('dao').chatId, daoChat, 'a chat that was lost is not the old one again');
      const content = hoa.messages().at(-1)?.raw.attachments[0]?.content as { uniqueId: string };
      assert.equal(await (await fetch(`${second.url}/download/${content.uniqueId}`)).text(), 'một');
      await hoa.install();
      const [answer] = await hoa.say('lại');
      assert.ok(Number(answer?.id) > Number(hoa.messages()[0]?.id), 'ids grow even when the clock went back');
      await second.stop();
    } finally {
      await bot.stop();
    }
  });
});
