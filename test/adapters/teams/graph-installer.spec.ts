import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuthentication } from '../../../src/adapters/teams/authentication.ts';
import { tokenFor } from '../../../src/adapters/teams/credentials.ts';
import { endpointsOf } from '../../../src/adapters/teams/endpoints.ts';
import { createInstaller } from '../../../src/adapters/teams/graph-installer.ts';
import { aCredential } from '../../support/credential.ts';

const catalogApp = 'b1c5353a-7aca-41b3-830f-27d5218fe0e5';

/** A login service and Microsoft Graph in one, on this machine. */
describe('installing through Graph', () => {
  let server: Server;
  let url = '';
  let requests: { method: string; url: string; authorization: string; body: string }[];
  let answer: { status: number; body?: unknown; headers?: Record<string, string>; login?: number };

  beforeEach(async () => {
    requests = [];
    answer = { status: 201 };
    server = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      const { method = '', url: path = '', headers } = request;
      requests.push({ method, url: path, authorization: headers.authorization ?? '', body });
      const isLogin = path.endsWith('/oauth2/v2.0/token');
      response.writeHead(isLogin ? (answer.login ?? 200) : answer.status, {
        'content-type': 'application/json',
        ...(isLogin ? {} : answer.headers),
      });
      response.end(isLogin ? JSON.stringify({ access_token: 'tok', expires_in: 3600 }) : JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  function installer(timeoutMs = 2_000) {
    const credential = aCredential({ endpoints: endpointsOf({ ToChannelFromBotLoginUrl: url }), isPlainLogin: true });
    const token = tokenFor(createAuthentication(credential), credential, url);
    return createInstaller({ graph: url, catalogApp, token, timeoutMs });
  }

  it('asks with the bot’s own token for Graph, which is kept, and names the app by its id in the catalog', async () => {
    const it = installer();
    assert.deepEqual(await it.install('aad-an'), { kind: 'installed' });
    assert.deepEqual(await it.install('a/b?c'), { kind: 'installed' });
    const [login, first, second, ...more] = requests;
    assert.deepEqual(new URLSearchParams(login?.body).get('scope'), `${url}/.default`);
    assert.deepEqual(
      [first?.method, first?.url, first?.authorization],
      ['POST', '/v1.0/users/aad-an/teamwork/installedApps', 'Bearer tok'],
    );
    assert.deepEqual(JSON.parse(first?.body ?? ''), {
      'teamsApp@odata.bind': `${url}/v1.0/appCatalogs/teamsApps/${catalogApp}`,
    });
    assert.equal(second?.url, '/v1.0/users/a%2Fb%3Fc/teamwork/installedApps');
    assert.deepEqual(more, []);
  });
  const error = { error: { code: 'Forbidden', message: 'Missing role permissions for an@example.vn' } };
  for (const [status, headers, expected] of [
    [409, {}, { kind: 'already' }],
    [401, {}, { kind: 'refused', reason: '401 Forbidden' }],
    [403, {}, { kind: 'refused', reason: '403 Forbidden' }],
    [404, {}, { kind: 'refused', reason: '404 Forbidden' }],
    [429, { 'retry-after': '7' }, { kind: 'retry', reason: '429 Forbidden', afterMs: 7_000 }],
    [503, {}, { kind: 'retry', reason: '503 Forbidden' }],
    [500, {}, { kind: 'retry', reason: '500 Forbidden' }],
  ] as const)
    it(`${status} is ${expected.kind}, with the code and never the sentence`, async () => {
      answer = { status, headers, body: error };
      assert.deepEqual(await installer().install('aad-an'), expected);
    });
  it('an answer that is none, one that leads elsewhere and none at all are tried again', async () => {
    answer = { status: 302, headers: { location: 'http://127.0.0.1:9/' } };
    assert.equal((await installer().install('aad-an')).kind, 'retry');
    answer = { status: 502, body: '<html>' };
    assert.deepEqual(await installer().install('aad-an'), { kind: 'retry', reason: '502' });
    server.closeAllConnections();
    const gone = createInstaller({ graph: 'http://127.0.0.1:9', catalogApp, token: async () => 'tok' });
    assert.equal((await gone.install('aad-an')).kind, 'retry');
  });
  it('without a token nothing is asked of Graph', async () => {
    answer = { status: 201, login: 400 };
    const told = await installer().install('aad-an');
    assert.ok(told.kind === 'retry' && told.reason.startsWith('no token'));
    assert.deepEqual(
      requests.filter(({ url: path }) => path.includes('/v1.0/')),
      [],
    );
  });
});
