import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { movableClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/start-sandbox.ts';
import { botAccount, channels, team, tenantId } from '../../sandbox/server/tenant.ts';
import { startEchoBot } from './support/echo-bot.ts';
import { callTo, card, cardMessage } from './support/sandbox-with-bot.ts';

describe('the connector', () => {
  let sandbox: Sandbox;
  let stopBot: () => Promise<void>;

  beforeEach(async () => {
    const bot = await startEchoBot(async () => {});
    stopBot = bot.stop;
    sandbox = await startSandbox({ clock: movableClock('2026-10-26T08:00'), botUrl: bot.url });
    await sandbox.install(['hoa', 'suu']);
  });
  afterEach(async () => {
    await sandbox.stop();
    await stopBot();
  });

  const call = (method: string, path: string, body?: unknown) => callTo(sandbox, method, path, body);
  const chatOf = (key: string) => encodeURIComponent(sandbox.as(key).chatId);
  const post = (key: string, body: unknown) => call('POST', `conversations/${chatOf(key)}/activities`, body);
  const text = (value: string) => ({ type: 'message', text: value });

  it('stores, edits silently and deletes', async () => {
    const { status, body } = await post('hoa', text('một'));
    assert.equal(status, 201);
    const hoa = sandbox.as('hoa');
    assert.equal(hoa.unread(), 1);
    const path = `conversations/${chatOf('hoa')}/activities/${body.id}`;
    assert.equal((await call('PUT', path, text('hai'))).status, 200);
    assert.deepEqual([hoa.last().text, hoa.unread()], ['hai', 1]);
    assert.equal((await call('DELETE', path)).status, 200);
    assert.equal(hoa.messages().at(-1)?.deleted, true);
    assert.equal((await call('PUT', path, text('ba'))).status, 404);
  });

  it('refuses as Teams does', async () => {
    const unknown = await call('POST', 'conversations/a%3Anobody/activities', text('x'));
    assert.deepEqual([unknown.status, unknown.body.error.code], [404, 'ConversationNotFound']);
    for (const [key, code] of [
      ['suu', 'ConversationBlockedByUser'],
      ['tho', 'BotNotInConversationRoster'],
    ] as const) {
      const blocked = await post(key, text('x'));
      assert.deepEqual([blocked.status, blocked.body.error.code], [403, code]);
      assert.equal(JSON.parse(blocked.body.error.message).subCode, 'MessageWritesBlocked');
    }
    assert.equal((await post('hoa', { text: 'no type' })).status, 400);
    assert.equal((await post('hoa', cardMessage({ type: 'Nope' }))).status, 400);
    const large = await post('hoa', text('ế'.repeat(51_200)));
    assert.deepEqual([large.status, large.body.error.code], [413, 'MessageSizeTooBig']);
    assert.equal((await post('hoa', text('ế'.repeat(51_000)))).status, 201);
  });

  it('splits text and card into two messages and tells no id', async () => {
    const { status, body } = await post('hoa', { ...cardMessage(card([])), text: 'kèm chữ' });
    assert.deepEqual([status, body], [201, {}]);
    assert.equal(sandbox.as('hoa').messages().length, 2);
  });

  it('creates a conversation by 29: id or aadObjectId, not by e-mail, and only where the app is', async () => {
    const create = (id: string) =>
      call('POST', 'conversations', { bot: botAccount, members: [{ id }], tenantId, isGroup: false });
    const { chatId, mri, aadObjectId } = sandbox.as('hoa');
    assert.deepEqual(await create(mri).then(({ status, body }) => [status, body.id]), [201, chatId]);
    assert.equal((await create(aadObjectId)).body.id, chatId);
    assert.equal((await create('hoa@ttdvvl.example')).status, 400);
    assert.equal((await create(sandbox.as('tho').mri)).status, 403);
  });

  it('posts a new thread into a channel and replies into it', async () => {
    const office = channels.find(({ key }) => key === 'office');
    const created = await call('POST', 'conversations', {
      isGroup: true,
      channelData: { channel: { id: office?.id } },
      activity: text('Tổng hợp tiến độ'),
    });
    assert.equal(created.status, 201);
    assert.equal(created.body.id, `${office?.id};messageid=${created.body.activityId}`);
    await call('POST', `conversations/${encodeURIComponent(created.body.id)}/activities`, text('Bổ sung'));
    const [first, second] = sandbox.as('dao').channel('office').messages();
    assert.equal(second?.raw.threadId, first?.id);
  });

  it('tells members, with the e-mail that `from` does not have, by pages', async () => {
    const one = await call(
      'GET',
      `conversations/${chatOf('hoa')}/members/${encodeURIComponent(sandbox.as('hoa').mri)}`,
    );
    assert.equal(one.body.email, 'hoa@ttdvvl.example');
    assert.deepEqual([one.body.givenName, one.body.surname, one.body.userRole], ['Hoa', 'Nguyễn', 'user']);
    const general = encodeURIComponent(team.id);
    const first = await call('GET', `conversations/${general}/pagedmembers?pageSize=50`);
    const rest = await call(
      'GET',
      `conversations/${general}/pagedmembers?pageSize=50&continuationToken=${first.body.continuationToken}`,
    );
    assert.deepEqual([first.body.members.length, rest.body.members.length], [50, 10]);
    assert.equal(rest.body.continuationToken, undefined);
    assert.equal((await call('GET', `teams/${general}/conversations`)).body.conversations.length, 3);
  });

  describe('faults', () => {
    it('answers as asked, as often as asked', async () => {
      sandbox.faults.add({ kind: 'throttle', retryAfter: 7, count: 1 });
      sandbox.faults.add({ kind: 'throttle', count: 1 });
      sandbox.faults.add({ kind: 'badGateway', count: 2 });
      const answers = [];
      for (let i = 0; i < 5; i += 1) {
        const { status, headers } = await post('hoa', text(`${i}`));
        answers.push([status, headers.get('retry-after')]);
      }
      assert.deepEqual(answers, [
        [429, '7'],
        [429, null],
        [502, null],
        [502, null],
        [201, null],
      ]);
      assert.equal(sandbox.as('hoa').messages().length, 1);
      assert.equal(sandbox.ledger().throttled.byFault, 2);
      assert.deepEqual(sandbox.faults.list(), []);
    });

    it('loses the answer after delivery, and resets before it', async () => {
      sandbox.faults.add({ kind: 'lostResponse', count: 1 });
      await assert.rejects(post('hoa', text('đã đến')));
      assert.equal(sandbox.as('hoa').messages().length, 1);
      sandbox.faults.add({ kind: 'reset', count: 1 });
      await assert.rejects(post('hoa', text('không đến')));
      assert.equal(sandbox.as('hoa').messages().length, 1);
    });

    it('hits the given share and the given operations only', async () => {
      sandbox.faults.add({ kind: 'internalError', percent: 30 });
      let failed = 0;
      for (let i = 0; i < 200; i += 1) if ((await post('hoa', text(`${i}`))).status === 500) failed += 1;
      assert.ok(failed > 40 && failed < 80, `${failed} of 200`);
      sandbox.faults.clear();
      sandbox.faults.add({ kind: 'unavailable', operations: ['members'] });
      assert.equal((await post('hoa', text('x'))).status, 201);
      assert.equal((await call('GET', `conversations/${chatOf('hoa')}/members`)).status, 503);
    });
  });

  describe('rates and the ledger', () => {
    it('counts what exceeds the tables, and refuses it when told to', async () => {
      for (let i = 0; i < 8; i += 1) assert.equal((await post('hoa', text(`${i}`))).status, 201);
      assert.equal(sandbox.ledger().overRate, 1, 'seven in a second are allowed');
      sandbox.enforceRates(true);
      const refused = await post('hoa', text('9'));
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.headers.get('retry-after')) >= 1);
      assert.equal(sandbox.ledger().throttled.byRate, 1);
    });

    it('counts deliveries and duplicates', async () => {
      await post('hoa', text('một'));
      await post('hoa', text('một'));
      await post('hoa', text('hai'));
      const ledger = sandbox.ledger();
      assert.deepEqual([ledger.delivered, ledger.duplicates, ledger.deliveries[sandbox.as('hoa').chatId]], [3, 1, 3]);
      assert.equal(ledger.byStatus['201'], 3);
      assert.equal(
        ledger.bySecond.reduce((sum, count) => sum + count, 0),
        ledger.requests,
      );
      sandbox.resetLedger();
      assert.equal(sandbox.ledger().delivered, 0);
    });
  });

  it('lists members a page at a time: a size is a suggestion, the token is nothing to count with', async () => {
    const path = `conversations/${encodeURIComponent(team.id)}/pagedmembers`;
    const first = await call('GET', `${path}?pageSize=1`);
    assert.equal(first.body.members.length, 50, 'no fewer');
    const rest = await call('GET', `${path}?pageSize=50&continuationToken=${first.body.continuationToken}`);
    assert.equal(rest.body.continuationToken, undefined);
    const keys = new Set([...first.body.members, ...rest.body.members].map(({ id }) => id));
    assert.equal(keys.size, first.body.members.length + rest.body.members.length);
    const roles = [...first.body.members, ...rest.body.members].map(({ userRole }) => userRole);
    assert.deepEqual([...new Set(roles)].sort(), ['guest', 'user']);
    assert.ok(!keys.has(sandbox.as('tho').mri), 'who is in no team');
    assert.equal((await call('GET', `${path}?continuationToken=50`)).status, 400);
  });

  it('lets the bot write to whoever shares its team, and tells it nothing of a team that it is not in', async () => {
    const create = (key: string) =>
      call('POST', 'conversations', { bot: botAccount, members: [{ id: sandbox.as(key).mri }], isGroup: false });
    assert.equal((await create('duc')).status, 201, 'who has not installed the app');
    await sandbox.as('hoa').uninstall();
    assert.equal((await create('hoa')).status, 403, 'who took it away');
    const other = await startSandbox({ clock: movableClock('2026-10-26T08:00') });
    const members = `conversations/${encodeURIComponent(team.id)}/pagedmembers`;
    const { status, body } = await callTo(other, 'GET', members);
    await other.stop();
    assert.deepEqual([status, body.error.code], [403, 'BotNotInConversationRoster']);
  });
});
