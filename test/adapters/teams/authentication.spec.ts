import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type { JWTPayload } from 'jose';
import { pino } from 'pino';
import type { Server } from 'restify';
import sinon from 'sinon';
import { createAuthentication } from '../../../src/adapters/teams/authentication.ts';
import { connectors } from '../../../src/adapters/teams/credentials.ts';
import { endpointsOf } from '../../../src/adapters/teams/endpoints.ts';
import { createAdapter } from '../../../src/bot/adapter.ts';
import { aServer, listening, stop } from '../../support/a-server.ts';
import { aCredential } from '../../support/credential.ts';
import { type KeyService, startKeyService } from '../../support/key-service.ts';
import { patience } from '../../support/patience.ts';
import { createSigner, type Signer } from '../../support/signer.ts';

const issuer = 'https://api.botframework.com';
const serviceUrl = 'https://smba.trafficmanager.net/apac/';
const activity = {
  type: 'message',
  id: '1',
  text: 'x',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:an' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:an', tenantId: 'tenant' },
};

describe('a request with a token', () => {
  let service: KeyService;
  let signer: Signer;
  let server: Server;
  let logged: { level: number; err?: { message?: string } }[];
  let turns: number;
  let failures: number;

  before(async () => {
    signer = await createSigner('one');
  });
  beforeEach(async () => {
    service = await startKeyService();
    service.publish(signer);
    logged = [];
    turns = 0;
    failures = 0;
    const endpoints = endpointsOf({ ToBotFromChannelOpenIdMetadataUrl: service.metadataUrl });
    const onKeysAway = (): void => {
      failures += 1;
    };
    const authentication = createAuthentication(aCredential({ endpoints }), { onKeysAway });
    server = aServer({
      adapter: createAdapter(authentication, assert.ifError, patience),
      admit: (authorization) => authentication.admit(authorization),
      turn: async () => {
        turns += 1;
      },
      rules: { local: false, tenantId: 'tenant', issuer, loopback: false },
      log: pino({}, { write: (line: string) => void logged.push(JSON.parse(line)) }),
    });
    await listening(server);
  });
  afterEach(async () => {
    stop(server);
    await service.close();
  });

  const claims = (): JWTPayload => ({
    iss: issuer,
    aud: 'app',
    serviceurl: serviceUrl,
    exp: Math.floor(Date.now() / 1_000) + 3_600,
  });

  async function post(token: string, body: object = activity): Promise<{ status: number; code?: string }> {
    const answer = await fetch(`http://127.0.0.1:${server.address().port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
  }

  it('is a turn', async () => {
    assert.equal((await post(await signer.sign(claims()))).status, 200);
    assert.equal(turns, 1);
  });
  it('that is not good is 401 and a warning; the SDK says 500 and prints a stack', async () => {
    const printed = sinon.stub(console, 'error');
    try {
      const foreign = await createSigner('one');
      assert.deepEqual(await post(await foreign.sign(claims())), { status: 401, code: 'UNAUTHORIZED' });
      assert.equal(printed.callCount, 0);
    } finally {
      printed.restore();
    }
    assert.deepEqual(
      logged.map(({ level }) => level),
      [40],
    );
    assert.equal(turns, 0);
  });
  it('that is not good is answered before a byte of its body has come', async () => {
    const foreign = await createSigner('one');
    for (const token of [await foreign.sign(claims()), 'a.b.c', await signer.sign({ ...claims(), aud: 'other' })]) {
      const socket = connect(server.address().port, '127.0.0.1');
      const head = `host: a\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\ncontent-length: 200000`;
      socket.write(`POST /api/messages HTTP/1.1\r\n${head}\r\n\r\n`);
      const [answer] = await once(socket, 'data');
      assert.match(String(answer), /^HTTP\/1\.1 401 /);
      socket.destroy();
    }
  });
  it('of another issuer, or one that never expires, costs no look at the keys, even as the very first', async () => {
    const foreign = await createSigner('unknown');
    const { exp: _, ...endless } = claims();
    for (const junk of [{ ...claims(), iss: 'https://sts.windows.net/x/' }, endless])
      assert.deepEqual(await post(await foreign.sign(junk)), { status: 401, code: 'UNAUTHORIZED' });
    assert.deepEqual([service.asked(), failures, turns], [0, 0, 0]);
    // One of our issuer whose key nobody knows is what has to be looked up.
    assert.equal((await post(await foreign.sign(claims()))).status, 401);
    assert.equal(service.asked(), 1);
  });
  it('that is good for another service address is refused each time', async () => {
    const token = await signer.sign(claims());
    await post(token);
    const elsewhere = { ...activity, serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    assert.equal((await post(token, elsewhere)).status, 401);
    assert.equal(turns, 1);
  });
  it('that nobody can judge, since no keys came yet, is asked for again later', async () => {
    service.become('failing');
    assert.equal((await post(await signer.sign(claims()))).status, 503);
    assert.deepEqual([turns, failures], [0, 1]);
  });
  it('of junk costs nothing more, and nobody who is good waits for it, even while the keys’ service hangs', async () => {
    const good = await signer.sign(claims());
    assert.equal((await post(good)).status, 200);
    service.become('silent');
    const foreign = await createSigner('another');
    const junk = await Promise.all(Array.from({ length: 30 }, (_, i) => foreign.sign({ ...claims(), jti: String(i) })));
    const answers = await Promise.all(
      [...junk, await signer.sign({ ...claims(), jti: 'new' })].map((token) => post(token)),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [...junk.map(() => 401), 200],
    );
    assert.equal(service.asked(), 1, 'and there is no other look to wait for');
    assert.ok(logged.every(({ level }) => level === 40));
  });
  it('of fifty at once costs one look at the keys', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 50 }, (_, i) => signer.sign({ ...claims(), jti: String(i) })),
    );
    const answers = await Promise.all(tokens.map((token) => post(token)));
    assert.ok(answers.every(({ status }) => status === 200));
    assert.deepEqual([turns, service.asked()], [50, 1]);
  });
});

describe('authentication', () => {
  const streaming = createAuthentication(aCredential());
  it('takes no streaming and no other bots', async () => {
    await assert.rejects(streaming.authenticateStreamingRequest('', ''), /STREAMING_NOT_TAKEN/);
    await assert.rejects(streaming.authenticateChannelRequest(''), /SKILLS_NOT_TAKEN/);
  });
  it('gives the turns of one service address one client, and keeps twenty addresses', async () => {
    const authentication = createAuthentication(undefined);
    const clientFor = async (url: string) => {
      const { connectorFactory } = await authentication.authenticateRequest(
        { ...activity, serviceUrl: url } as never,
        '',
      );
      return connectorFactory?.create(url);
    };
    const first = await clientFor('https://0.example/');
    assert.equal(await clientFor('https://0.example/'), first);
    for (let i = 1; i <= 20; i += 1) await clientFor(`https://${i}.example/`);
    assert.notEqual(await clientFor('https://0.example/'), first);
  });
  it('makes the client for signing people in once: nobody uses it', async () => {
    const authentication = createAuthentication(undefined);
    const { claimsIdentity } = await authentication.authenticateRequest(activity as never, '');
    const made = await authentication.createUserTokenClient(claimsIdentity);
    assert.equal(await authentication.createUserTokenClient(claimsIdentity), made);
  });
});

describe('a login service on this machine', () => {
  let login: HttpServer;
  let asked: { url: string | undefined; form: Record<string, string> }[];
  let status: number;
  let url: string;

  beforeEach(async () => {
    asked = [];
    status = 200;
    login = createHttpServer(async (req, res) => {
      asked.push({ url: req.url, form: Object.fromEntries(new URLSearchParams(await textOf(req))) });
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ access_token: 'granted', expires_in: 3_600, token_type: 'Bearer' }));
    });
    login.listen(0, '127.0.0.1');
    await once(login, 'listening');
    url = `http://127.0.0.1:${(login.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    login.closeAllConnections();
    login.close();
  });

  const clientOf = (appId: string) => {
    const endpoints = endpointsOf({ ToChannelFromBotLoginUrl: `${url}/tenant` });
    const credential = aCredential({ appId, endpoints, isPlainLogin: true });
    return connectors(createAuthentication(credential), credential)('https://smba.trafficmanager.net/apac/');
  };

  it('is asked with the client’s credentials for the service’s scope, once', async () => {
    await clientOf('plain-1');
    await clientOf('plain-1');
    assert.deepEqual(asked, [
      {
        url: '/tenant/oauth2/v2.0/token',
        form: {
          grant_type: 'client_credentials',
          client_id: 'plain-1',
          client_secret: 'secret',
          scope: 'https://api.botframework.com/.default',
        },
      },
    ]);
  });
  it('may refuse', async () => {
    status = 401;
    await assert.rejects(clientOf('plain-2'), /LOGIN_REFUSED/);
  });
});

async function textOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req.setEncoding('utf8')) text += chunk;
  return text;
}
