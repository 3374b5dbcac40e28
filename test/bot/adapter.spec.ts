import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TurnContext } from 'botbuilder';
import {
  AppCredentials,
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
} from 'botframework-connector';
import sinon from 'sinon';
import { createAuthentication } from '../../src/adapters/teams/authentication.ts';
import { forTurn } from '../../src/adapters/teams/credentials.ts';
import { createAdapter } from '../../src/bot/adapter.ts';
import { CodedError } from '../../src/domain/errors.ts';
import { aCredential } from '../support/credential.ts';

describe('a turn’s own replies', () => {
  let server: Server;
  let serviceUrl: string;
  let asked: number;
  let left: Promise<unknown>;
  let answer: (res: ServerResponse) => void;

  beforeEach(async () => {
    asked = 0;
    server = createServer((req, res) => {
      asked += 1;
      left = once(req.socket, 'close');
      req.resume().on('end', () => answer(res));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** One message comes in, and the turn answers it. @returns what became of the answer */
  async function turn(timeoutMs?: number): Promise<unknown> {
    const adapter = createAdapter(
      createAuthentication(undefined, timeoutMs === undefined ? {} : { turnMs: timeoutMs }),
      assert.ifError,
    );
    let outcome: unknown;
    const body = {
      type: 'message',
      id: '1',
      text: 'x',
      channelId: 'msteams',
      serviceUrl,
      from: { id: '29:an' },
      recipient: { id: '28:bot' },
      conversation: { id: 'a:an' },
    };
    await adapter.answer(body as never, '', async (context: TurnContext) => {
      outcome = await context.sendActivity('y').catch((error: unknown) => error);
    });
    return outcome;
  }

  it('go to the conversation', async () => {
    answer = (res) => {
      res.writeHead(201, { 'content-type': 'application/json' });
      res.end('{"id":"m1"}');
    };
    assert.deepEqual(await turn(), { id: 'm1' });
  });
  it('end when the service never answers, and the connection with them', async () => {
    answer = () => undefined;
    const outcome = await turn(50);
    assert.ok(outcome instanceof Error, String(outcome));
    assert.equal((outcome as { statusCode?: number }).statusCode, undefined, 'it may have arrived');
    await left;
    assert.equal(asked, 1);
  });
  it('are posted once, whatever is answered', async () => {
    answer = (res) => {
      res.statusCode = 502;
      res.end();
    };
    assert.equal(((await turn()) as { statusCode?: number }).statusCode, 502);
    assert.equal(asked, 1);
  });
  it('end when the login service never answers', async () => {
    const credential = aCredential();
    const authentication: BotFrameworkAuthentication = createAuthentication(credential);
    const identity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: 'app' }]);
    const getToken = sinon.stub(AppCredentials.prototype, 'getToken').returns(new Promise(() => undefined));
    try {
      const client = await authentication.createConnectorFactory(identity).create(serviceUrl, 'scope');
      await assert.rejects(
        forTurn(client, 50).conversations.sendToConversation('a:an', { type: 'message' }),
        (error: unknown) => error instanceof CodedError && error.code === 'ANSWER_TIMEOUT',
      );
      assert.deepEqual([getToken.callCount, asked], [1, 0]);
    } finally {
      getToken.restore();
    }
  });
});

describe('a turn that fails', () => {
  it('is told to us and to nobody else: nothing is printed, and the sender gets a bare 500', async () => {
    const failed: unknown[] = [];
    const printed = sinon.stub(console, 'error');
    const error = new Error('400 {"text":"Nguyễn Thị Hồng Đào"}');
    let answered: unknown;
    try {
      const adapter = createAdapter(createAuthentication(undefined), (each) => failed.push(each));
      const people = { from: { id: '29:an' }, recipient: { id: '28:bot' }, conversation: { id: 'a:an' } };
      const activity = { type: 'message', id: '1', channelId: 'msteams', serviceUrl: 'http://127.0.0.1/', ...people };
      answered = await adapter.answer(activity as never, '', () => Promise.reject(error));
    } finally {
      printed.restore();
    }
    assert.deepEqual([answered, failed, printed.callCount], [{ status: 500 }, [error], 0]);
  });
});
