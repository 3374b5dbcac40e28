import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import sinon from 'sinon';
import { createAttachments } from '../../../src/adapters/teams/attachments.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { wholeOf } from '../../support/memory-files.ts';

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
    assert.deepEqual(await wholeOf(createAttachments(local).fetch(file(), 20 * MEGABYTE)), bytes);
  });

  it('downloads an empty file as empty: what to say of it is for others', async () => {
    answer = (_request, response) => response.end();
    assert.equal((await wholeOf(createAttachments(local).fetch(file(), MEGABYTE))).byteLength, 0);
  });

  it('takes a file of exactly the limit', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(MEGABYTE));
    assert.equal((await wholeOf(createAttachments(local).fetch(file(), MEGABYTE))).byteLength, MEGABYTE);
  });

  describe('the token', () => {
    const connector = { allowHost: isLoopback, connectorHost: isLoopback, token };

    it('goes with an image to the connector', async () => {
      await wholeOf(createAttachments({ ...connector, allowHost: none }).fetch(image(), MEGABYTE));
      assert.equal(seen[0]?.headers.authorization, 'Bearer bot-token');
    });
    it('never goes with a file, even to the connector', async () => {
      await wholeOf(createAttachments(connector).fetch(file(), MEGABYTE));
      assert.equal(seen[0]?.headers.authorization, undefined);
    });
    it('never goes to an allowed host that is not the connector', async () => {
      await wholeOf(createAttachments({ ...connector, connectorHost: none }).fetch(image(), MEGABYTE));
      assert.equal(seen[0]?.headers.authorization, undefined);
    });
    it('is not asked for when there is no source of it', async () => {
      await wholeOf(createAttachments({ allowHost: isLoopback, connectorHost: isLoopback }).fetch(image(), MEGABYTE));
      assert.equal(seen[0]?.headers.authorization, undefined);
    });
    it('goes no further when the connector sends on to somewhere else', async () => {
      const elsewhere = createServer((request, response) => {
        seen.push(request);
        response.end('content');
      });
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      const { port } = elsewhere.address() as AddressInfo;
      try {
        for (const status of [301, 302, 303, 307, 308]) {
          seen = [];
          answer = (_request, response) => {
            response.writeHead(status, { location: `http://127.0.0.1:${port}/image` });
            response.end();
          };
          await assert.rejects(
            wholeOf(createAttachments(connector).fetch(image(), MEGABYTE)),
            refusedWith('FILE_UNAVAILABLE'),
          );
          assert.equal(seen.length, 1, `${status} was followed`);
        }
      } finally {
        elsewhere.close();
      }
    });
    it('that cannot be had makes the image unavailable', async () => {
      const attachments = createAttachments({ ...connector, token: () => Promise.reject(new TypeError('no token')) });
      await assert.rejects(wholeOf(attachments.fetch(image(), MEGABYTE)), refusedWith('FILE_UNAVAILABLE'));
      assert.equal(seen.length, 0);
    });
  });

  it('asks for no more than is taken: the rest waits at the host', async () => {
    const piece = Buffer.alloc(256 * KILOBYTE);
    const whole = 200 * MEGABYTE;
    let written = 0;
    answer = (_request, response) => {
      const more = (): void => {
        for (let goes = true; goes && written < whole; written += piece.byteLength) goes = response.write(piece);
        if (written < whole) response.once('drain', more);
        else response.end();
      };
      more();
    };
    let before = -1;
    for await (const _ of createAttachments(local).fetch(file(), whole)) {
      // Until the connection has taken what it holds.
      for (; written !== before; await new Promise((resolve) => setTimeout(resolve, 100))) before = written;
      break;
    }
    assert.ok(written < 64 * MEGABYTE, `${written} bytes were sent to somebody who took one piece`);
  });

  describe('the limit', () => {
    it('refuses by the declared length', async () => {
      answer = (_request, response) => {
        response.writeHead(200, { 'content-length': 20 * MEGABYTE + 1 });
        response.write('x');
      };
      await assert.rejects(
        wholeOf(createAttachments(local).fetch(file(), 20 * MEGABYTE)),
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
      await assert.rejects(
        wholeOf(createAttachments(local).fetch(file(), MEGABYTE)),
        refusedWith('FILE_TOO_BIG', { max: 1 }),
      );
      await whenClosed;
      assert.ok(written < 100 * MEGABYTE, `${written} bytes were sent`);
    });

    it('counts what a compressed answer unpacks to, whatever its length says', async () => {
      const packed = gzipSync(Buffer.alloc(5 * MEGABYTE));
      answer = (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.byteLength });
        response.end(packed);
      };
      await assert.rejects(wholeOf(createAttachments(local).fetch(file(), MEGABYTE)), refusedWith('FILE_TOO_BIG'));
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
        await assert.rejects(wholeOf(createAttachments(local).fetch(file(url), MEGABYTE)), refusedWith('FILE_HOST'));
      });
    }
    it('is refused by its scheme even when every host is allowed', async () => {
      const attachments = createAttachments({ ...local, allowHost: () => true });
      await assert.rejects(
        wholeOf(attachments.fetch(file('data:text/plain,hello'), MEGABYTE)),
        refusedWith('FILE_HOST'),
      );
    });
    it('may not be the connector for a file', async () => {
      const attachments = createAttachments({ allowHost: none, connectorHost: isLoopback, token });
      await assert.rejects(wholeOf(attachments.fetch(file(), MEGABYTE)), refusedWith('FILE_HOST'));
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
      await assert.rejects(wholeOf(createAttachments(local).fetch(file(), MEGABYTE)), unavailable);
      assert.equal(seen.length, 1);
    });
    for (const status of [401, 403, 404, 410, 429, 500, 503]) {
      it(`${status} is told`, async () => {
        answer = (_request, response) => {
          response.writeHead(status);
          response.end('x');
        };
        await assert.rejects(
          wholeOf(createAttachments(local).fetch(file(), MEGABYTE)),
          refusedWith('FILE_UNAVAILABLE', { reason: `HTTP ${status}` }),
        );
      });
    }
    it('in the middle of the body is told', async () => {
      answer = (_request, response) => {
        response.writeHead(200, { 'content-length': 1_000 });
        response.write('half', () => response.destroy());
      };
      await assert.rejects(wholeOf(createAttachments(local).fetch(file(), MEGABYTE)), unavailable);
    });
    it('to connect is told without the address, which opens the file', async () => {
      const gone = createServer();
      await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
      const { port } = gone.address() as AddressInfo;
      await new Promise((resolve) => gone.close(resolve));
      await assert.rejects(
        wholeOf(createAttachments(local).fetch(file(`http://127.0.0.1:${port}/?key=secret`), MEGABYTE)),
        (error) => {
          assert.ok(error instanceof CodedError);
          assert.deepEqual(error.facts, { name: 'a.pdf', reason: 'ECONNREFUSED' });
          return true;
        },
      );
    });
    it('to answer in time is told, also when the body stalls', async () => {
      const tooLong = refusedWith('FILE_UNAVAILABLE', { reason: 'TimeoutError' });
      for (const patience of [{ stalledMs: 50 }, { wholeMs: 50 }]) {
        const attachments = createAttachments({ ...local, ...patience });
        answer = () => undefined;
        await assert.rejects(wholeOf(attachments.fetch(file(), MEGABYTE)), tooLong);
        answer = (_request, response) => {
          response.writeHead(200);
          response.write('half');
        };
        await assert.rejects(wholeOf(attachments.fetch(file(), MEGABYTE)), tooLong);
      }
    });
    it('to end is told: a host that always has one more byte is left', async () => {
      let dripping: NodeJS.Timeout | undefined;
      answer = (_request, response) => {
        response.writeHead(200);
        dripping = setInterval(() => response.write('x'), 5);
        response.once('close', () => clearInterval(dripping));
      };
      const attachments = createAttachments({ ...local, stalledMs: 10_000, wholeMs: 100 });
      await assert.rejects(
        wholeOf(attachments.fetch(file(), MEGABYTE)),
        refusedWith('FILE_UNAVAILABLE', { reason: 'TimeoutError' }),
      );
    });
    it('of whoever takes the file is not the host’s: its patience is not lost while a piece is written down', async () => {
      answer = (_request, response) => response.end(Buffer.alloc(3 * MEGABYTE));
      const stalledMs = 12_345;
      const armed = new Set<unknown>();
      const { setTimeout: begin, clearTimeout: end } = globalThis;
      const arming = sinon.stub(globalThis, 'setTimeout').callsFake(((work: () => void, ms?: number) => {
        const timer = begin(work, ms);
        if (ms === stalledMs) armed.add(timer);
        return timer;
      }) as typeof setTimeout);
      const disarming = sinon.stub(globalThis, 'clearTimeout').callsFake((timer) => {
        armed.delete(timer);
        end(timer);
      });
      try {
        let pieces = 0;
        for await (const _ of createAttachments({ ...local, stalledMs }).fetch(file(), 20 * MEGABYTE)) {
          assert.equal(armed.size, 0);
          pieces += 1;
        }
        assert.ok(pieces > 1);
        // Once to begin with, and after each piece.
        assert.equal(arming.getCalls().filter(({ args }) => args[1] === stalledMs).length, 1 + pieces);
        assert.equal(armed.size, 0);
      } finally {
        arming.restore();
        disarming.restore();
      }
    });
    it('to say how long it is does no harm: what is announced is not believed', async () => {
      answer = (_request, response) => {
        response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\ncontent that goes on');
      };
      assert.equal(String(await wholeOf(createAttachments(local).fetch(file(), MEGABYTE))), 'con');
      for (const length of ['-1', '1e3', '99999999999999999999', 'x', '3, 4']) {
        answer = (_request, response) => {
          response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\n\r\ncontent`);
        };
        const outcome = await wholeOf(createAttachments(local).fetch(file(), MEGABYTE)).catch(
          (error: unknown) => error,
        );
        assert.ok(outcome instanceof CodedError, length);
        assert.match(outcome.code, /FILE_UNAVAILABLE|FILE_TOO_BIG/);
      }
    });
  });
});
