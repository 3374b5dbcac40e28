import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aServer, listening, stop } from '../support/a-server.ts';

describe('server', () => {
  it('writes nothing to the disk for a form with a file: nobody knows who sent it', async () => {
    const { TMPDIR } = process.env;
    const folder = mkdtempSync(join(tmpdir(), 'thidua-test-'));
    process.env.TMPDIR = folder;
    const server = aServer();
    try {
      const url = await listening(server);
      const body = new FormData();
      body.set('file', new Blob(['x'.repeat(10_000)]), 'a.txt');
      const answer = await fetch(`${url}/api/messages`, { method: 'POST', body });
      assert.equal(answer.status, 400);
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      stop(server);
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
      rmSync(folder, { recursive: true });
    }
  });
  it('in local mode answers whoever asks on this machine by its name, and nobody through a proxy', async () => {
    const server = aServer();
    const strict = aServer({ rules: { local: false, tenantId: '', issuer: '', loopback: false } });
    try {
      for (const each of [server, strict]) await listening(each);
      /** `fetch` chooses its own Host. */
      const status = (at: typeof server, headers: Record<string, string>): Promise<number | undefined> =>
        new Promise((resolve, reject) => {
          const asked = request({ port: at.address().port, host: '127.0.0.1', path: '/healthz', headers }, (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          });
          asked.on('error', reject).end();
        });
      for (const host of ['127.0.0.1', 'localhost:3978', '[::1]:80']) assert.equal(await status(server, { host }), 200);
      const foreign = [
        { host: 'evil.example' },
        { host: '127.0.0.1.evil.example' },
        { host: '10.0.0.7:3978' },
        ...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip', 'via'].map(
          (name) => ({
            host: '127.0.0.1',
            [name]: '203.0.113.9',
          }),
        ),
      ];
      for (const headers of foreign) {
        assert.equal(await status(server, headers), 403, JSON.stringify(headers));
        assert.equal(await status(strict, headers), 200, 'with tokens a proxy is as it should be');
      }
    } finally {
      for (const each of [server, strict]) stop(each);
    }
  });
  it('hangs up on who sends half a request', async () => {
    const server = aServer({ patience: { headMs: 100, requestMs: 200, lookMs: 50 } });
    try {
      await listening(server);
      const head = 'POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n';
      for (const begun of ['POST /api/messages HTT', head, `${head}content-length: 900\r\n\r\n{`]) {
        const socket = connect(server.address().port, '127.0.0.1');
        const left = once(socket.resume(), 'close');
        socket.write(begun);
        await left;
      }
    } finally {
      stop(server);
    }
  });
  it('waits no longer for a whole request than Teams does for its answer', () => {
    const server = aServer();
    const { headersTimeout, requestTimeout } = server.server;
    const { connectionsCheckingInterval: look } = server.server as unknown as { connectionsCheckingInterval: number };
    assert.ok(headersTimeout <= requestTimeout && requestTimeout + look <= 20_000);
  });
});
