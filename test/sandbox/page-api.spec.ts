import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import type { ClockView, JsonObject, Message, PageState } from '../../sandbox/shared/types.ts';
import { echo, sandboxWithBot } from './support/sandbox-with-bot.ts';

describe('the page API', () => {
  let sandbox: Sandbox;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    ({ sandbox, stop } = await sandboxWithBot(echo));
    await sandbox.install(['hoa', 'dao']);
  });
  afterEach(() => stop());

  const call = async <T = JsonObject>(as: string, method: string, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}/api/${path}`, { method, headers: { 'x-person': as }, ...init });
    return { status: response.status, body: (await response.json()) as T };
  };
  const chat = (key: string) => `chats/${encodeURIComponent(sandbox.as(key).chatId)}`;

  it('shows a person their own chats only', async () => {
    await sandbox.as('hoa').say('xin chào');
    assert.equal(
      (await call<{ messages: Message[] }>('hoa', 'GET', `${chat('hoa')}/messages`)).body.messages.length,
      2,
    );
    assert.equal((await call('dao', 'GET', `${chat('hoa')}/messages`)).status, 403);
    assert.equal((await call('dao', 'POST', `${chat('hoa')}/messages`, { text: 'x' })).status, 403);
    assert.equal((await call('nobody', 'GET', 'state')).status, 401);
    const { chats, unreadByPerson } = (await call<PageState>('hoa', 'GET', 'state')).body;
    assert.deepEqual(
      chats.map(({ name }) => name),
      ['', 'Chung'],
    );
    assert.equal(unreadByPerson.hoa, 1);
    await call('hoa', 'POST', `${chat('hoa')}/read`);
    assert.equal(sandbox.as('hoa').unread(), 0);
  });

  it('streams what happens in the chats of the person, and not of others', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${sandbox.url}/api/events?as=dao`, { signal: abort.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.ok(reader);
    await sandbox.as('hoa').say('riêng tư');
    await sandbox.as('dao').say('của Đào');
    let seen = '';
    while (!seen.includes('Anh/chị viết: của Đào')) seen += (await reader.read()).value ?? assert.fail('closed');
    assert.ok(!seen.includes('riêng tư'));
    abort.abort();
  });

  it('moves the clock and switches faults', async () => {
    const moved = await call<ClockView>('hoa', 'POST', 'clock', { set: '2026-11-30T23:59:50' });
    assert.match(moved.body.now, /^2026-11-30T23:59:5/);
    await call('hoa', 'POST', 'clock', { advance: { days: 1 } });
    assert.equal(sandbox.clock.now().toFormat('dd/MM'), '01/12');
    assert.equal((await call('hoa', 'POST', 'faults', { kind: 'nonsense' })).status, 400);
    await call('hoa', 'POST', 'faults', { kind: 'throttle', count: 2, retryAfter: 1 });
    assert.equal(sandbox.faults.list().length, 1);
    await call('hoa', 'DELETE', 'faults');
    assert.equal(sandbox.faults.list().length, 0);
  });

  it('sends sample files, an empty one among them', async () => {
    const samples = (await call<{ name: string }[]>('hoa', 'GET', 'samples')).body;
    assert.equal(samples.length, 5);
    for (const { name } of samples.slice(0, 3)) {
      assert.equal(
        (await call('hoa', 'POST', `${chat('hoa')}/samples/${encodeURIComponent(name)}`, {})).body.botStatus,
        200,
      );
    }
    assert.equal(sandbox.as('hoa').messages().length, 3);
  });
});
