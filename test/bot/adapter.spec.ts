import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
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
import { texts } from '../../src/adapters/texts/texts.ts';
import { createAdapter } from '../../src/bot/adapter.ts';
import type { Exchange } from '../../src/bot/in-time.ts';
import { clickMs } from '../../src/bot/in-time.ts';
import { stillAtWork } from '../../src/bot/reply.ts';
import { CodedError } from '../../src/domain/errors.ts';
import type { Locale } from '../../src/ports/pages.ts';
import { aCredential } from '../support/credential.ts';
import { patience } from '../support/patience.ts';

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
      patience,
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
      const adapter = createAdapter(createAuthentication(undefined), (each) => failed.push(each), patience);
      const people = { from: { id: '29:an' }, recipient: { id: '28:bot' }, conversation: { id: 'a:an' } };
      const activity = { type: 'message', id: '1', channelId: 'msteams', serviceUrl: 'http://127.0.0.1/', ...people };
      answered = await adapter.answer(activity as never, '', () => Promise.reject(error));
    } finally {
      printed.restore();
    }
    assert.deepEqual([answered, failed, printed.callCount], [{ status: 500 }, [error], 0]);
  });
});

describe('a click', () => {
  it('is answered before Teams gives up on it, after three seconds', () => assert.ok(clickMs <= 2_500));

  const click = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: '1',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1/',
  };
  const people = { from: { id: '29:an' }, recipient: { id: '28:bot' }, conversation: { id: 'a:an' } };
  const inTime = (work: (exchange: Exchange) => Promise<void>, ms: number) => {
    const failed: unknown[] = [];
    const adapter = createAdapter(createAuthentication(undefined), (error) => failed.push(error), { ...patience, ms });
    const answered = adapter.answer({ ...click, ...people } as never, '', (_context, exchange) => work(exchange));
    return { adapter, answered, failed };
  };

  it('whose work takes longer is told so in time; the work goes on, knows it, and is waited for at the end', async () => {
    let end = (): void => undefined;
    let over: boolean | undefined;
    const { adapter, answered } = inTime(async (exchange) => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      over = exchange.over;
    }, 10);
    assert.deepEqual(await answered, stillAtWork(() => 'still at work')({}, 'vi'));
    let finished = false;
    const all = adapter.finished().then(() => {
      finished = true;
    });
    await pause(20);
    assert.deepEqual([over, finished], [undefined, false]);
    end();
    await all;
    assert.equal(over, true);
  });
  it('that no hand has made is told so as an error, which its client keeps to itself', () => {
    const { body } = stillAtWork(() => 'later')({ value: { trigger: 'automatic' } }, 'vi');
    assert.deepEqual([body.statusCode, body.type], [400, 'application/vnd.microsoft.error']);
    for (const value of [undefined, null, 'x', {}, { trigger: 'manual' }])
      assert.equal(stillAtWork(() => 'later')({ value }, 'vi').body.value, 'later');
  });
  it('is told so in the language of whoever asked, once that is known', async () => {
    const working = (locale: Locale) => texts(locale).t('answers.working');
    const adapter = createAdapter(createAuthentication(undefined), () => undefined, {
      ms: 10,
      answer: stillAtWork(working),
    });
    for (const locale of ['vi', 'en'] as const) {
      const answered = await adapter.answer({ ...click, ...people } as never, '', async (_context, exchange) => {
        exchange.locale = locale;
        await pause(30);
      });
      assert.deepEqual(answered, stillAtWork(() => working(locale))({}, locale));
    }
  });
  it('whose work fails after that is told to us, and ends nothing', async () => {
    const error = new Error('late');
    const { adapter, answered, failed } = inTime(async () => {
      await pause(30);
      throw error;
    }, 10);
    assert.deepEqual(await answered, stillAtWork(() => 'still at work')({}, 'vi'));
    await adapter.finished();
    assert.deepEqual(failed, [error]);
  });
  it('that is answered at once is answered by its own work', async () => {
    let of: Exchange | undefined;
    const { answered } = inTime(async (exchange) => {
      of = exchange;
    }, 10);
    assert.deepEqual(await answered, { status: 501 });
    await pause(20);
    assert.equal(of?.over, false);
  });
});
