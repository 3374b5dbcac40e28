import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppCredentials } from 'botframework-connector';
import sinon from 'sinon';
import { createAuthentication } from '../../../src/adapters/teams/authentication.ts';
import { connectors } from '../../../src/adapters/teams/credentials.ts';
import { createMessenger } from '../../../src/adapters/teams/messenger.ts';
import type { Address } from '../../../src/records/address.ts';
import { aCredential } from '../../support/credential.ts';

const message = { card: { type: 'AdaptiveCard' }, summary: 'Đợt xét khen thưởng năm 2026' };

describe('messenger: what Teams answers, and how often it is asked', () => {
  let server: Server;
  let answer: (res: ServerResponse) => void;
  let requests: { method: string; url: string; body: Record<string, unknown> }[];
  let address: Address;

  beforeEach(async () => {
    requests = [];
    server = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        requests.push({
          method: req.method ?? '',
          url: req.url ?? '',
          body: chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8')),
        });
        answer(res);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = {
      owner: 'person:an',
      conversationId: 'a:an',
      serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/connector/`,
      userId: '29:an',
      botId: '28:bot',
      teamId: '',
      channelName: '',
      reachable: 'yes',
      reason: '',
      at: '2026-11-01T00:00:00.000Z',
    };
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const messenger = createMessenger(connectors(createAuthentication(undefined), undefined), { tenantId: '' });
  const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    // Not chained: restify, loaded by other specs of the run, makes writeHead return nothing.
    answer = (res) => {
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      res.end(JSON.stringify(body));
    };
  };

  it('posts the card with its summary and learns the message id', async () => {
    reply(201, { id: 'm1' });
    assert.deepEqual(await messenger.post(address, message), { kind: 'sent', activityId: 'm1' });
    assert.equal(requests[0]?.url, '/connector/v3/conversations/a%3Aan/activities');
    assert.equal(requests[0]?.body.summary, message.summary);
  });
  it('updates in place', async () => {
    reply(200, { id: 'm1' });
    assert.equal((await messenger.update(address, 'm1', message)).kind, 'sent');
    assert.deepEqual(
      [requests[0]?.method, requests[0]?.url],
      ['PUT', '/connector/v3/conversations/a%3Aan/activities/m1'],
    );
  });

  it('takes a message back', async () => {
    answer = (res) => {
      res.writeHead(200);
      res.end();
    };
    assert.deepEqual(await messenger.remove(address, 'm1'), { kind: 'sent', activityId: 'm1' });
    assert.deepEqual(requests, [
      { method: 'DELETE', url: '/connector/v3/conversations/a%3Aan/activities/m1', body: {} },
    ]);
  });

  it('reads who is in a team, a page at a time', async () => {
    const team = { teamId: '19:team@thread.tacv2', serviceUrl: address.serviceUrl };
    reply(200, {
      members: [{ id: '29:an', aadObjectId: 'an', tenantId: 't', userRole: 'guest' }],
      continuationToken: 'p2',
    });
    const an = { userId: '29:an', aadObjectId: 'an', isGuest: true, name: '', emails: [] };
    assert.deepEqual(await messenger.members(team, ''), { kind: 'members', members: [an], next: 'p2' });
    await messenger.members(team, 'p2');
    const of = '/connector/v3/conversations/19%3Ateam%40thread.tacv2/pagedmembers?pageSize=100';
    assert.deepEqual(
      requests.map(({ method, url }) => [method, url]),
      [
        ['GET', of],
        ['GET', `${of}&continuationToken=p2`],
      ],
    );
    reply(429, { error: { code: 'Throttled' } }, { 'retry-after': '3' });
    assert.deepEqual(await messenger.members(team, ''), { kind: 'retry', reason: '429 Throttled', afterMs: 3_000 });
    reply(403, { error: { code: 'BotNotInConversationRoster' } });
    assert.equal((await messenger.members(team, '')).kind, 'unreachable');
  });

  it('asks who somebody in a conversation is', async () => {
    const of = { conversationId: 'a:an', serviceUrl: address.serviceUrl, userId: '29:an' };
    reply(200, { id: '29:an', aadObjectId: 'an', userRole: 'user', name: 'An', userPrincipalName: 'an@unit.vn' });
    assert.deepEqual(await messenger.member(of), {
      kind: 'member',
      member: { userId: '29:an', aadObjectId: 'an', isGuest: false, name: 'An', emails: ['an@unit.vn'] },
    });
    assert.deepEqual(
      requests.map(({ method, url }) => [method, url]),
      [['GET', '/connector/v3/conversations/a%3Aan/members/29%3Aan']],
    );
    reply(404, { error: { code: 'MemberNotFoundInConversation' } });
    assert.equal((await messenger.member(of)).kind, 'gone');
  });

  describe('reopening', () => {
    const members = { isGroup: false, bot: { id: '28:bot' }, members: [{ id: '29:an' }] };
    it('asks for the conversation with the person, and posts nothing; a local service knows no tenant', async () => {
      reply(201, { id: 'a:an-2' });
      assert.deepEqual(await messenger.reopen(address), { kind: 'opened', conversationId: 'a:an-2' });
      assert.deepEqual(requests, [{ method: 'POST', url: '/connector/v3/conversations', body: members }]);
    });
    it('names the tenant, where there is one', async () => {
      reply(201, { id: 'a:an-2' });
      const inTenant = createMessenger(connectors(createAuthentication(undefined), undefined), { tenantId: 't' });
      await inTenant.reopen(address);
      assert.deepEqual(requests[0]?.body, { ...members, tenantId: 't', channelData: { tenant: { id: 't' } } });
    });
    it('without an id in the answer nothing is known of it', async () => {
      reply(201, {});
      assert.equal((await messenger.reopen(address)).kind, 'unknown');
    });
  });

  const table: [status: number, code: string, expected: object][] = [
    [400, 'BadArgument', { kind: 'refused', reason: '400 BadArgument' }],
    [401, 'Unauthorized', { kind: 'broken', reason: '401 Unauthorized' }],
    [403, 'MessageWritesBlocked', { kind: 'unreachable', reason: '403 MessageWritesBlocked' }],
    [403, 'BotDisabledByAdmin', { kind: 'broken', reason: '403 BotDisabledByAdmin' }],
    [404, 'ConversationNotFound', { kind: 'gone', reason: '404 ConversationNotFound' }],
    [412, 'PreconditionFailed', { kind: 'retry', reason: '412 PreconditionFailed' }],
    [413, 'MessageSizeTooBig', { kind: 'refused', reason: '413 MessageSizeTooBig' }],
    [429, 'Throttled', { kind: 'retry', reason: '429 Throttled' }],
    [500, 'ServiceError', { kind: 'unknown', reason: '500 ServiceError', mayResend: false }],
    [502, 'BadGateway', { kind: 'unknown', reason: '502 BadGateway', mayResend: true }],
    [503, 'ServiceUnavailable', { kind: 'retry', reason: '503 ServiceUnavailable' }],
    [504, 'GatewayTimeout', { kind: 'unknown', reason: '504 GatewayTimeout', mayResend: true }],
  ];
  for (const [status, code, expected] of table) {
    it(`${status} ${code}: asked once, never again by itself`, async () => {
      reply(status, { error: { code, message: 'x' } });
      assert.deepEqual(await messenger.post(address, message), expected);
      assert.deepEqual(await messenger.remove(address, 'm1'), expected);
      assert.deepEqual(await messenger.reopen(address), expected);
      assert.deepEqual(
        requests.map(({ method }) => method),
        ['POST', 'DELETE', 'POST'],
      );
    });
  }
  it('obeys Retry-After, in seconds, and does not wait by itself', async () => {
    reply(429, { error: { code: 'Throttled' } }, { 'retry-after': '7' });
    assert.deepEqual(await messenger.post(address, message), {
      kind: 'retry',
      reason: '429 Throttled',
      afterMs: 7_000,
    });
    assert.equal(requests.length, 1);
  });
  it('a Retry-After that nobody understands is as none', async () => {
    reply(429, { error: { code: 'Throttled' } }, { 'retry-after': 'soon' });
    assert.deepEqual(await messenger.post(address, message), { kind: 'retry', reason: '429 Throttled' });
  });
  it('a lost answer is unknown, and the message is not posted again behind our back', async () => {
    answer = (res) => res.destroy();
    const outcome = await messenger.post(address, message);
    assert.equal(outcome.kind, 'unknown');
    assert.equal(requests.length, 1);
  });
  it('an answer that never comes is unknown after the time allowed', async () => {
    answer = () => undefined;
    const impatient = createMessenger(connectors(createAuthentication(undefined), undefined), {
      tenantId: '',
      // Long enough for each to arrive, on a machine that is busy too.
      timeoutMs: 500,
    });
    assert.equal((await impatient.post(address, message)).kind, 'unknown');
    assert.equal((await impatient.update(address, 'm1', message)).kind, 'unknown');
    assert.equal((await impatient.remove(address, 'm1')).kind, 'unknown');
    assert.equal((await impatient.reopen(address)).kind, 'unknown');
    assert.deepEqual(
      requests.map(({ method }) => method),
      ['POST', 'PUT', 'DELETE', 'POST'],
    );
  });
  it('nobody listening: it was not sent', async () => {
    reply(201, {});
    const nowhere = { ...address, serviceUrl: 'http://127.0.0.1:1/' };
    assert.equal((await messenger.post(nowhere, message)).kind, 'retry');
    assert.equal((await messenger.remove(nowhere, 'm1')).kind, 'retry');
    assert.equal((await messenger.reopen(nowhere)).kind, 'retry');
  });

  it('no token: nothing was sent, sending is broken, and the next try asks for a token again', async () => {
    const credential = aCredential();
    const getToken = sinon.stub(AppCredentials.prototype, 'getToken');
    try {
      getToken.onFirstCall().rejects(new Error('AADSTS90033: temporarily unavailable'));
      getToken.resolves('token');
      const real = createMessenger(connectors(createAuthentication(credential), credential), { tenantId: 't' });
      reply(201, { id: 'm1' });
      assert.equal((await real.post(address, message)).kind, 'broken');
      assert.equal(requests.length, 0);
      assert.equal((await real.post(address, message)).kind, 'sent');
    } finally {
      getToken.restore();
    }
  });
  it('a login service that never answers is no token either', async () => {
    const credential = aCredential();
    const getToken = sinon.stub(AppCredentials.prototype, 'getToken').returns(new Promise(() => undefined));
    try {
      const real = createMessenger(connectors(createAuthentication(credential), credential, 50), { tenantId: 't' });
      const broken = { kind: 'broken', reason: 'no token: TOKEN_TIMEOUT' };
      assert.deepEqual(await real.post(address, message), broken);
      assert.deepEqual(await real.remove(address, 'm1'), broken);
      assert.deepEqual(await real.reopen(address), broken);
      assert.equal(requests.length, 0);
    } finally {
      getToken.restore();
    }
  });
});
