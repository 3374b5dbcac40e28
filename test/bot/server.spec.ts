import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudAdapter } from 'botbuilder';
import { pino } from 'pino';
import { createServer } from '../../src/bot/server.ts';

describe('server', () => {
  it('writes nothing to the disk for a form with a file: nobody knows who sent it', async () => {
    const { TMPDIR } = process.env;
    const folder = mkdtempSync(join(tmpdir(), 'thidua-test-'));
    process.env.TMPDIR = folder;
    const server = createServer({
      adapter: new CloudAdapter(),
      turn: async () => undefined,
      rules: { local: true, tenantId: '', issuer: '', loopback: false },
      links: { mint: () => '', open: () => undefined },
      files: { put: async () => undefined, get: async () => undefined, remove: async () => undefined },
      newId: () => 'reference',
      log: pino({ level: 'silent' }),
      isReady: () => true,
    });
    try {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const body = new FormData();
      body.set('file', new Blob(['x'.repeat(10_000)]), 'a.txt');
      const answer = await fetch(`http://127.0.0.1:${server.address().port}/api/messages`, { method: 'POST', body });
      assert.equal(answer.status, 400);
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      server.server.closeAllConnections();
      server.close();
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
      rmSync(folder, { recursive: true });
    }
  });
  it('gives a file for its link, however long the link is', async () => {
    const bytes = new TextEncoder().encode('minh chứng');
    const token = 'x'.repeat(1_200);
    const grant = { owner: 'o', sha256: 's', name: 'báo cáo.pdf', mediaType: 'application/pdf' };
    const server = createServer({
      adapter: new CloudAdapter(),
      turn: async () => undefined,
      rules: { local: true, tenantId: '', issuer: '', loopback: false },
      links: { mint: () => '', open: (asked) => (asked === token ? grant : undefined) },
      files: { put: async () => undefined, get: async () => bytes, remove: async () => undefined },
      newId: () => 'reference',
      log: pino({ level: 'silent' }),
      isReady: () => true,
    });
    try {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const answer = await fetch(`http://127.0.0.1:${server.address().port}/files/${token}`);
      assert.equal(answer.status, 200);
      assert.equal(await answer.text(), 'minh chứng');
      assert.equal(answer.headers.get('content-type'), 'application/pdf');
      const unknown = await fetch(`http://127.0.0.1:${server.address().port}/files/${token}y`);
      assert.equal(((await unknown.json()) as { code: string }).code, 'LINK_EXPIRED');
    } finally {
      server.server.closeAllConnections();
      server.close();
    }
  });
});
