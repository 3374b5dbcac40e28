import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import restify, { type Server } from 'restify';
import { openDiskFiles } from '../../src/adapters/disk/disk-files.ts';
import { texts } from '../../src/adapters/texts/texts.ts';
import { createDownload, type DownloadLimits } from '../../src/bot/download.ts';
import { CodedError } from '../../src/domain/errors.ts';
import type { Files } from '../../src/ports/files.ts';
import { keepFile } from '../support/memory-files.ts';
import { waitUntil } from '../support/wait-until.ts';

const megabyte = 1024 * 1024;
const bytes = randomBytes(8 * megabyte);
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('a download', () => {
  let folder: string;
  let files: Files;
  let server: Server;
  let sockets: Socket[];
  let logged: unknown[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'thidua-test-'));
    files = openDiskFiles(folder);
    for (const owner of ['mine', 'yours']) await keepFile(files, owner, bytes);
    sockets = [];
    logged = [];
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server.server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** A link's token is its owner's name; `gone` has no file any more. */
  async function serving(limits: Partial<DownloadLimits> = {}): Promise<string> {
    const open = (owner: string) =>
      ['mine', 'yours', 'gone'].includes(owner)
        ? { owner, sha256, name: 'báo cáo.pdf', mediaType: 'application/pdf' }
        : undefined;
    const sentenceFor = (error: unknown, locale: 'vi' | 'en') =>
      texts(locale).t(`errors.${(error as CodedError).code}`, error instanceof CodedError ? error.facts : {});
    const download = createDownload({
      ...{ links: { mint: () => '', open }, files, sentenceFor, limits },
      log: pino({ level: 'error' }, { write: (line) => void logged.push(JSON.parse(line).err.message) }),
    });
    server = restify.createServer();
    server.get('/files/:token', async (req: restify.Request, res: restify.Response) => download(req, res));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}/files`;
  }
  /** Asks for the file, and takes nothing of it. */
  async function slowReader(owner: string): Promise<Socket> {
    const socket = connect(server.address().port, '127.0.0.1');
    sockets.push(socket);
    socket.write(`GET /files/${owner} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    await once(socket, 'readable');
    return socket;
  }

  it('is the file, whole, under its own name', async () => {
    const url = await serving();
    const answer = await fetch(`${url}/mine`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    assert.equal(answer.headers.get('content-disposition'), "attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.pdf");
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
  });
  it('by many who take nothing costs a little of the file each: no more is read than the connection holds', async () => {
    const piece = bytes.subarray(0, 256 * 1024);
    const whole = 256 * megabyte;
    const read: number[] = [];
    files = {
      ...files,
      read: async () => {
        const mine = read.push(0) - 1;
        async function* chunks() {
          for (let sent = 0; sent < whole; sent += piece.length) {
            read[mine] = sent;
            yield piece;
          }
        }
        return { size: whole, chunks: chunks() };
      },
    };
    await serving();
    for (let i = 0; i < 8; i++) await slowReader(i % 2 === 0 ? 'mine' : 'yours');
    // Until nothing more is read.
    for (let before = ''; before !== String(read); await pause(100)) before = String(read);
    assert.equal(read.length, 8);
    for (const sent of read) assert.ok(sent < whole / 8, `${sent / megabyte} MB`);
  });
  it('that the disk breaks off is broken off, and the log is told', async () => {
    const broken = new Error('EIO: i/o error, read');
    async function* half() {
      yield bytes.subarray(0, 1_000);
      throw broken;
    }
    files = { ...files, read: async () => ({ size: bytes.length, chunks: half() }) };
    const url = await serving();
    await assert.rejects(fetch(`${url}/mine`).then((answer) => answer.arrayBuffer()));
    assert.deepEqual(logged, [broken.message]);
  });
  it('too many of one owner are refused, and nobody else', async () => {
    const url = await serving({ ofOwner: 2 });
    const [first] = [await slowReader('mine'), await slowReader('mine')];
    const third = await fetch(`${url}/mine`);
    assert.deepEqual([third.status, await third.json()], [503, { code: 'DOWNLOADS_BUSY' }]);
    assert.equal((await (await fetch(`${url}/yours`)).arrayBuffer()).byteLength, bytes.byteLength);
    first.destroy();
    let again = 0;
    await waitUntil('the place of who has left is free again', async () => {
      const answer = await fetch(`${url}/mine`);
      again = (await answer.arrayBuffer()).byteLength;
      return answer.status !== 503;
    });
    assert.equal(again, bytes.byteLength);
  });
  it('too many in all are refused', async () => {
    const url = await serving({ open: 1 });
    await slowReader('mine');
    assert.equal((await fetch(`${url}/yours`)).status, 503);
  });
  it('ends when the reader takes nothing, or takes too long', async () => {
    for (const limits of [{ stalledMs: 100 }, { wholeMs: 100 }]) {
      await serving({ ...limits, ofOwner: 1 });
      const left = once(server.server, 'connection').then(([theirs]) => once(theirs as Socket, 'close'));
      const socket = await slowReader('mine');
      // What the system holds for us is read to the end, once the server has gone: then the place is free again.
      await left;
      let got = 0;
      socket.on('data', (chunk: Buffer) => {
        got += chunk.length;
      });
      socket.on('error', () => undefined);
      await once(socket, 'close');
      assert.ok(got < bytes.byteLength, `${got} bytes`);
      server.server.closeAllConnections();
      server.close();
    }
  });
  it('that is none any more is told in words to a browser, and as a code to others', async () => {
    const url = await serving();
    for (const token of ['gone', 'forged']) {
      const plain = await fetch(`${url}/${token}`);
      assert.deepEqual([plain.status, await plain.json()], [404, { code: 'LINK_EXPIRED' }]);
      const browser = await fetch(`${url}/${token}`, { headers: { accept: 'text/html,*/*' } });
      assert.equal(browser.status, 404);
      assert.match(await browser.text(), /<html lang="vi">.*10 phút/s);
      const english = { accept: 'text/html', 'accept-language': 'en-GB,en;q=0.9' };
      assert.match(
        await (await fetch(`${url}/${token}`, { headers: english })).text(),
        /<html lang="en">.*10 minutes/s,
      );
    }
  });
});
