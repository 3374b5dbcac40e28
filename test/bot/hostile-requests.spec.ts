import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import type { Server } from 'restify';
import type { ServerDeps } from '../../src/bot/server.ts';
import { aServer, listening, stop } from '../support/a-server.ts';

const rules = { local: false, tenantId: 'tenant', issuer: 'https://api.botframework.com', loopback: false };

/** Of strangers, before anybody is asked who they are. What is thrown here where nobody catches it ends the process. */
describe('a request that is none', () => {
  let server: Server;
  let sockets: Socket[];
  beforeEach(() => {
    sockets = [];
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    stop(server);
  });
  async function serving(more: Partial<ServerDeps> = {}): Promise<void> {
    server = aServer({ rules, ...more });
    await listening(server);
  }
  function open(): Socket {
    const socket = connect(server.address().port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    return socket;
  }
  /** The status of the answer; nothing when the server only hangs up. */
  async function statusOf(request: string): Promise<number | undefined> {
    const socket = open();
    let said = '';
    socket.setEncoding('latin1').on('data', (text) => {
      said += text;
    });
    const closed = once(socket, 'close');
    socket.write(request, 'latin1');
    await closed;
    const status = /^HTTP\/1\.1 (\d+)/.exec(said)?.[1];
    return status === undefined ? undefined : Number(status);
  }
  const last = 'connection: close\r\n\r\n';

  for (const target of [
    'http://[::bad/healthz',
    'http://',
    'http://a:99999/',
    '//[',
    '/[::1',
    'x:',
    '?',
    '*',
    '%',
    '/%',
    '/files/%E0%A4%A',
    '/files/%00',
    '/files/..%2f..%2fetc%2fpasswd',
  ])
    it(`is refused by its address: ${target}`, async () => {
      await serving();
      const status = await statusOf(`GET ${target} HTTP/1.1\r\nhost: 127.0.0.1\r\n${last}`);
      assert.ok(status !== undefined && status >= 400 && status < 500, String(status));
      assert.equal(await statusOf(`GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n${last}`), 200);
    });
  for (const host of ['[', '[::', 'a b', 'a:99999', 'http://', '\u00ff', '@', '%', 'a/b', ''])
    it(`is answered by whatever name it calls the server: ${JSON.stringify(host)}`, async () => {
      await serving();
      const status = await statusOf(`GET /healthz HTTP/1.1\r\nhost: ${host}\r\n${last}`);
      assert.ok(status !== undefined && status < 500, String(status));
      assert.equal(await statusOf(`GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n${last}`), 200);
    });

  it('is refused by the size of its head, in one line or in many', async () => {
    await serving();
    const long = `authorization: Bearer ${'x'.repeat(20_000)}\r\n`;
    const many = Array.from({ length: 2_000 }, (_, i) => `x-${i}: ${i}\r\n`).join('');
    for (const lines of [long, many])
      assert.equal(await statusOf(`GET /healthz HTTP/1.1\r\nhost: a\r\n${lines}${last}`), 431);
  });
  it('whatever its headers say is answered, or hung up on', async () => {
    await serving();
    const names = [
      'host',
      'accept',
      'accept-version',
      'accept-language',
      'content-type',
      'content-md5',
      'content-range',
      'range',
      'date',
      'if-none-match',
      'x-request-id',
      'request-id',
      'authorization',
      'expect',
      'upgrade',
      'te',
      'forwarded',
      'cookie',
      'x-http-method-override',
      '__proto__',
      'constructor',
    ] as const;
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...' !"%&()*+,-./0:;<=>?@[]^_`aZ{|}~\u00e9'), maxLength: 20 }),
      fc.constantFrom(
        '*/*;q=x',
        'application/json; charset=',
        'multipart/form-data',
        'bytes=0-,0-,0-',
        '[',
        'Bearer ..',
        '9999',
        '\u00ff',
      ),
    );
    const request = fc.record({
      method: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'TRACE', 'PATCH'),
      path: fc.constantFrom('/api/messages', '/healthz', '/files/x', '/files/', '/'),
      headers: fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, headers }) => {
        const lines = headers.map(([name, said]) => `${name}: ${said}\r\n`).join('');
        const status = await statusOf(`${method} ${path} HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n${lines}${last}`);
        assert.ok(status === undefined || status < 500, String(status));
      }),
      { numRuns: 300 },
    );
  }).timeout(30_000);

  it('that would rather speak otherwise is answered as any, and its connection ends', async () => {
    await serving();
    for (const protocol of ['websocket', 'h2c', 'x'])
      assert.equal(
        await statusOf(
          `GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: upgrade, close\r\nupgrade: ${protocol}\r\n\r\n`,
        ),
        200,
      );
    assert.equal(await statusOf('CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n'), undefined);
  });

  it('many times in a row, by somebody who takes no answer, is hung up on', async () => {
    await serving({ patience: { stillMs: 200 }, sentenceFor: () => 'x'.repeat(100_000) });
    const left = once(server.server, 'connection').then(([theirs]) => once(theirs as Socket, 'close'));
    open().pause().write('GET /files/x HTTP/1.1\r\nhost: a\r\naccept: text/html\r\n\r\n'.repeat(300));
    await left;
  });
});
