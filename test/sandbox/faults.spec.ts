import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { movableClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/start-sandbox.ts';
import { botAccount, tenantId } from '../../sandbox/server/tenant.ts';
import type { FaultKind } from '../../sandbox/shared/types.ts';
import { startEchoBot } from './support/echo-bot.ts';
import { callTo } from './support/sandbox-with-bot.ts';

describe('faults of the connector, over the wire', () => {
  let sandbox: Sandbox;
  let stopBot: () => Promise<void>;
  let chatId: string;

  beforeEach(async () => {
    const bot = await startEchoBot(async () => {});
    stopBot = bot.stop;
    sandbox = await startSandbox({ clock: movableClock('2026-10-26T08:00'), botUrl: bot.url, everyoneHasTheApp: true });
    chatId = sandbox.as('hoa').chatId;
  });
  afterEach(async () => {
    await sandbox.stop();
    await stopBot();
  });

  const call = (method: string, path: string, body?: unknown) => callTo(sandbox, method, path, body);
  const post = (text: string, to = chatId) =>
    call('POST', `conversations/${encodeURIComponent(to)}/activities`, { type: 'message', text });
  const create = () =>
    call('POST', 'conversations', { bot: botAccount, members: [{ id: sandbox.as('hoa').mri }], tenantId });
  const texts = () =>
    sandbox
      .as('hoa')
      .messages()
      .map(({ text }) => text);

  const answers: readonly (readonly [kind: FaultKind, status: number, code: string])[] = [
    ['throttle', 429, 'Throttled'],
    ['precondition', 412, 'PreconditionFailed'],
    ['internalError', 500, 'ServiceError'],
    ['badGateway', 502, 'BadGateway'],
    ['unavailable', 503, 'ServiceUnavailable'],
    ['gatewayTimeout', 504, 'GatewayTimeout'],
    ['unauthorized', 401, 'BotNotRegistered'],
    ['disabledByAdmin', 403, 'BotDisabledByAdmin'],
  ];
  for (const [kind, status, code] of answers) {
    it(`${kind}: ${status} ${code} once, nothing stored, then as ever`, async () => {
      sandbox.faults.add({ kind, count: 1 });
      const refused = await post('một');
      assert.deepEqual([refused.status, refused.body.error.code], [status, code]);
      assert.deepEqual([refused.headers.get('retry-after'), texts()], [null, []]);
      assert.equal((await post('hai')).status, 201);
    });
  }

  it('writes Retry-After as seconds or as a date of the wall clock, on 429 and 503', async () => {
    sandbox.faults.add({ kind: 'throttle', retryAfter: 7, count: 1 });
    assert.equal((await post('x')).headers.get('retry-after'), '7');
    sandbox.faults.add({ kind: 'unavailable', retryAfter: 90, retryAfterAs: 'date', count: 1 });
    const { status, headers } = await post('x');
    const date = headers.get('retry-after') ?? '';
    assert.match(date, /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    const seconds = (Date.parse(date) - Date.parse(headers.get('date') ?? '')) / 1000;
    assert.ok(status === 503 && seconds >= 89 && seconds <= 91, `${status}, in ${seconds} s`);
  });

  it('tells an error of a message that has arrived', async () => {
    sandbox.faults.add({ kind: 'gatewayTimeout', after: true, count: 1 });
    assert.equal((await post('đã đến')).status, 504);
    assert.deepEqual(texts(), ['đã đến']);
    assert.equal(sandbox.ledger().delivered, 1);
  });

  it('keeps a request waiting and then serves it', async () => {
    sandbox.faults.add({ kind: 'slow', delay: 150, count: 1 });
    const slow = post('chậm');
    while (sandbox.faults.list().length > 0) await new Promise(setImmediate);
    await post('nhanh');
    assert.deepEqual(texts(), ['nhanh']);
    assert.equal((await slow).status, 201);
    assert.deepEqual(texts(), ['nhanh', 'chậm']);
  });

  it('tells of a person who blocked the bot, until they take it back', async () => {
    await sandbox.as('hoa').block();
    const blocked = await post('x');
    assert.deepEqual([blocked.status, blocked.body.error.code], [403, 'ConversationBlockedByUser']);
    await sandbox.as('hoa').install();
    assert.equal((await post('y')).status, 201);
  });

  it('loses a conversation: 404 under its id for ever, and a new id when it is created anew', async () => {
    await post('trước');
    sandbox.as('hoa').loseChat();
    const gone = await post('x');
    assert.deepEqual([gone.status, gone.body.error.code], [404, 'ConversationNotFound']);
    const created = await create();
    assert.equal(created.status, 201);
    assert.notEqual(created.body.id, chatId);
    assert.equal((await create()).body.id, created.body.id, 'the same one while it is there');
    assert.equal((await post('sau', created.body.id)).status, 201);
    assert.deepEqual(texts(), ['sau']);
    assert.equal((await post('x')).status, 404);
  });

  describe('rates, enforced', () => {
    beforeEach(() => sandbox.enforceRates(true));

    it('refuse the ninth message to a chat within two seconds, and say when to come again', async () => {
      const statuses: number[] = [];
      for (let i = 0; i < 9; i += 1) statuses.push((await post(`${i}`)).status);
      assert.ok(statuses.slice(0, 7).every((status) => status === 201));
      assert.equal(statuses.at(-1), 429);
      const { headers } = await post('x');
      assert.ok(Number(headers.get('retry-after')) >= 1);
      assert.equal(texts().length, statuses.filter((status) => status === 201).length);
    });

    it("refuse what goes over the tenant's fifty a second, whoever it is for", async () => {
      const asked = Array.from({ length: 120 }, (_, i) => post('x', `a:nobody${i}`));
      const statuses = (await Promise.all(asked)).map(({ status }) => status);
      const served = statuses.filter((status) => status === 404).length;
      const { throttled, overRate } = sandbox.ledger();
      assert.ok(served >= 50 && served < 120, `${served} served`);
      assert.deepEqual([throttled.byRate, overRate], [120 - served, 120 - served]);
    });
  });
});
