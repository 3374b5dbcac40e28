import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createAttachments } from '../../../src/adapters/teams/attachments.ts';
import { CodedError } from '../../../src/domain/errors.ts';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
const isLoopback = (url: URL): boolean => url.hostname === '127.0.0.1';
const none = (): boolean => false;

describe('createAttachments', () => {
  let server: Server;
  let base: string;
  let seen: IncomingMessage[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  before(async () => {
    server = createServer((request, response) => {
      seen.push(request);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    seen = [];
    answer = (_request, response) => response.end('content');
  });

  const file = (url = `${base}/file?key=pre-authenticated`) => ({ name: 'a.pdf', url, kind: 'file' as const });
  const image = (url = `${base}/image`) => ({ name: 'a.png', url, kind: 'image' as const });
  const refusedWith =
    (code: string, facts: Record<string, string | number> = {}) =>
    (error: unknown) => {
      assert.ok(error instanceof CodedError);
      assert.equal(error.code, code);
      for (const [key, value] of Object.entries(facts)) assert.equal(error.facts[key], value);
      return true;
    };
  const local = { allowHost: isLoopback, connectorHost: none };
  const token = async () => 'bot-token';

  it('downloads every byte', async () => {
    const bytes = Buffer.alloc(3 * MEGABYTE, 'đ');
    answer = (_request, response) => response.end(bytes);
    assert.deepEqual(await createAttachments(local).fetch(file(), 20 * MEGABYTE), bytes);
  });

  it('downloads an empty file as empty: what to say of it is for others', async () => {
    answer = (_request, response) => response.end();
    assert.equal((await createAttachments(local).fetch(file(), MEGABYTE)).byteLength, 0);
  });

  it('takes a file of exactly the limit', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(MEGABYTE));
    assert.equal((await createAttachments(local).fetch(file(), MEGABYTE)).byteLength, MEGABYTE);
  });

  describe('the token', () => {
    const connector = { allowHost: isLoopback, connectorHost: isLoopback, token };

    it('goes with an image to the connector', async () => {
      await createAttachments({ ...connector, allowHost: none }).fetch(image(), MEGABYTE);
      assert.equal(seen[0]?.headers.authorization, 'Bearer bot-token');
    });
    it('never goes with a file, even to the connector', async () => {
      await createAttachments(connector).fetch(file(), MEGABYTE);
      assert.equal(seen[0]?.headers.authorization, undefined);
    });
    it('never goes to an allowed host that is not the connector', async () => {
      await createAttachments({ ...connector, connectorHost: none }).fetch(image(), MEGABYTE);
      assert.equal(seen[0]?.headers.authorization, undefined);
    });
    it('is not asked for when there is no source of it', async () => {
      await createAttachments({ allowHost: isLoopback, connectorHost: isLoopback }).fetch(image(), MEGABYTE);
      assert.equal(seen[0]?.headers.authorization, undefined);
    });
    it('that cannot be had makes the image unavailable', async () => {
      const attachments = createAttachments({ ...connector, token: () => Promise.reject(new TypeError('no token')) });
      await assert.rejects(attachments.fetch(image(), MEGABYTE), refusedWith('FILE_UNAVAILABLE'));
      assert.equal(seen.length, 0);
    });
  });

  describe('the limit', () => {
    it('refuses by the declared length', async () => {
      answer = (_request, response) => {
        response.writeHead(200, { 'content-length': 20 * MEGABYTE + 1 });
        response.write('x');
      };
      await assert.rejects(
        createAttachments(local).fetch(file(), 20 * MEGABYTE),
        refusedWith('FILE_TOO_BIG', { max: 20, name: 'a.pdf' }),
      );
    });

    it('stops a download without a length soon after the limit', async () => {
      const chunk = Buffer.alloc(64 * KILOBYTE);
      let written = 0;
      let closed = (): void => undefined;
      const whenClosed = new Promise<void>((resolve) => {
        closed = resolve;
      });
      answer = (_request, response) => {
        response.on('close', closed);
        const more = (): void => {
          if (response.destroyed || written > 500 * MEGABYTE) return void response.end();
          written += chunk.byteLength;
          if (response.write(chunk)) setImmediate(more);
          else response.once('drain', more);
        };
        more();
      };
      await assert.rejects(createAttachments(local).fetch(file(), MEGABYTE), refusedWith('FILE_TOO_BIG', { max: 1 }));
      await whenClosed;
      assert.ok(written < 100 * MEGABYTE, `${written} bytes were sent`);
    });

    it('counts what a compressed answer unpacks to, whatever its length says', async () => {
      const packed = gzipSync(Buffer.alloc(5 * MEGABYTE));
      answer = (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.byteLength });
        response.end(packed);
      };
      await assert.rejects(createAttachments(local).fetch(file(), MEGABYTE), refusedWith('FILE_TOO_BIG'));
    });
  });

  describe('a host that is not allowed', () => {
    for (const url of [
      'https://evil.example/file',
      'http://127.0.0.1.evil.example/file',
      'data:text/plain,hello',
      'file:///etc/passwd',
      'not an address',
      '',
    ]) {
      it(`is not asked: ${JSON.stringify(url)}`, async () => {
        await assert.rejects(createAttachments(local).fetch(file(url), MEGABYTE), refusedWith('FILE_HOST'));
      });
    }
    it('is refused by its scheme even when every host is allowed', async () => {
      const attachments = createAttachments({ ...local, allowHost: () => true });
      await assert.rejects(attachments.fetch(file('data:text/plain,hello'), MEGABYTE), refusedWith('FILE_HOST'));
    });
    it('may not be the connector for a file', async () => {
      const attachments = createAttachments({ allowHost: none, connectorHost: isLoopback, token });
      await assert.rejects(attachments.fetch(file(), MEGABYTE), refusedWith('FILE_HOST'));
      assert.equal(seen.length, 0);
    });
  });

  describe('a failure', () => {
    const unavailable = refusedWith('FILE_UNAVAILABLE', { name: 'a.pdf' });

    it('of the redirecting kind is not followed', async () => {
      answer = (_request, response) => {
        response.writeHead(302, { location: `${base}/elsewhere` });
        response.end();
      };
      await assert.rejects(createAttachments(local).fetch(file(), MEGABYTE), unavailable);
      assert.equal(seen.length, 1);
    });
    for (const status of [401, 403, 404, 410, 429, 500, 503]) {
      it(`${status} is told`, async () => {
        answer = (_request, response) => {
          response.writeHead(status);
          response.end('x');
        };
        await assert.rejects(
          createAttachments(local).fetch(file(), MEGABYTE),
          refusedWith('FILE_UNAVAILABLE', { reason: `HTTP ${status}` }),
        );
      });
    }
    it('in the middle of the body is told', async () => {
      answer = (_request, response) => {
        response.writeHead(200, { 'content-length': 1_000 });
        response.write('half', () => response.destroy());
      };
      await assert.rejects(createAttachments(local).fetch(file(), MEGABYTE), unavailable);
    });
    it('to connect is told without the address, which opens the file', async () => {
      const gone = createServer();
      await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
      const { port } = gone.address() as AddressInfo;
      await new Promise((resolve) => gone.close(resolve));
      await assert.rejects(
        createAttachments(local).fetch(file(`http://127.0.0.1:${port}/?key=secret`), MEGABYTE),
        (error) => {
          assert.ok(error instanceof CodedError);
          assert.deepEqual(error.facts, { name: 'a.pdf', reason: 'ECONNREFUSED' });
          return true;
        },
      );
    });
    it('to answer in time is told, also when the body stalls', async () => {
      const attachments = createAttachments({ ...local, timeoutMs: 50 });
      answer = () => undefined;
      await assert.rejects(
        attachments.fetch(file(), MEGABYTE),
        refusedWith('FILE_UNAVAILABLE', { reason: 'TimeoutError' }),
      );
      answer = (_request, response) => {
        response.writeHead(200);
        response.write('half');
      };
      await assert.rejects(
        attachments.fetch(file(), MEGABYTE),
        refusedWith('FILE_UNAVAILABLE', { reason: 'TimeoutError' }),
      );
    });
  });
});
