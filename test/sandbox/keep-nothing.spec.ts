import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { movableClock } from '../../sandbox/clock.ts';
import type { LedgerEntry } from '../../sandbox/server/ledger.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/start-sandbox.ts';
import { type EchoBot, startEchoBot } from './support/echo-bot.ts';
import { callTo, card, cardMessage, echo } from './support/sandbox-with-bot.ts';

describe('a sandbox that keeps no messages', () => {
  let sandbox: Sandbox;
  let bot: EchoBot;
  let entries: LedgerEntry[];

  beforeEach(async () => {
    bot = await startEchoBot(echo);
    const clock = movableClock('2026-10-26T08:00');
    sandbox = await startSandbox({ clock, botUrl: bot.url, keep: 'nothing', everyoneHasTheApp: true });
    entries = [];
    sandbox.watch((entry) => entries.push(entry));
  });
  afterEach(async () => {
    await sandbox.stop();
    await bot.stop();
  });

  const chat = (key: string) => `conversations/${encodeURIComponent(sandbox.as(key).chatId)}/activities`;
  const send = (key: string, summary: string, text = '') =>
    callTo(sandbox, 'POST', chat(key), cardMessage(card([{ type: 'TextBlock', text }]), summary));

  it('counts who has got how many of what, and keeps none of it', async () => {
    await send('hoa', 'Phát động');
    await send('hoa', 'Phát động');
    await send('dao', 'Phát động');
    await send('dao', 'Nhắc hạn', 'một');
    await send('dao', 'Nhắc hạn', 'hai');
    const [hoa, dao] = [sandbox.as('hoa'), sandbox.as('dao')];
    assert.deepEqual(
      [...sandbox.received('Phát động')],
      [
        [hoa.chatId, 2],
        [dao.chatId, 1],
      ],
    );
    assert.deepEqual([...sandbox.received('Nhắc hạn')], [[dao.chatId, 2]]);
    assert.equal(sandbox.received('Kết quả').size, 0);
    const { delivered, duplicates, byStatus } = sandbox.ledger();
    assert.deepEqual([delivered, duplicates, byStatus['201']], [5, 1, 5]);
    assert.deepEqual([hoa.messages(), dao.messages(), hoa.unread()], [[], [], 0]);
    sandbox.resetLedger();
    assert.equal(sandbox.received('Phát động').size, 0);
  });

  it('gives ids that can be edited and deleted', async () => {
    const first = await send('hoa', 'một');
    const second = await send('hoa', 'hai');
    assert.notEqual(first.body.id, second.body.id);
    const path = `${chat('hoa')}/${first.body.id}`;
    assert.equal((await callTo(sandbox, 'PUT', path, { type: 'message', text: 'ba' })).status, 200);
    assert.equal((await callTo(sandbox, 'DELETE', path)).status, 200);
    await sandbox.as('dao').block();
    assert.equal((await callTo(sandbox, 'PUT', `${chat('dao')}/1`, { type: 'message', text: 'x' })).status, 403);
  });

  it('tells a watcher of each message and each request, and the bot of nobody who had the app before', async () => {
    assert.deepEqual(bot.heard, []);
    assert.equal(await sandbox.as('hoa').tell('xin chào'), 200);
    const [delivery, request] = entries;
    assert.ok(delivery?.kind === 'delivery' && delivery.message.text === 'Anh/chị viết: xin chào');
    assert.ok(request?.kind === 'request');
    const { operation, status, method, target, body, answer } = request;
    assert.deepEqual([operation, status, method], ['send', 201, 'POST']);
    assert.match(target, /^\/connector\/v3\/conversations\/[^/]+\/activities\/[^/]+$/);
    assert.deepEqual([(body as { text: string }).text, answer], [delivery.message.text, { id: delivery.message.id }]);
    await bot.stop();
    assert.equal(await sandbox.as('hoa').tell('còn đó không'), 0);
  });

  it('carries clicks without a card to look at', async () => {
    const { status } = await sandbox.as('hoa').press('1', 'assess.open', { round: 'annual-2026' });
    assert.deepEqual([status, bot.heard.at(-1)?.value.action.verb], [501, 'assess.open']);
  });
});
