import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { writeArchive } from '../../../src/adapters/zip/write-archive.ts';
import type { ArchiveFile } from '../../../src/ports/archive.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read);
}
const read = async (files: readonly ArchiveFile[]): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await whole(writeArchive(files)))).map(([path, bytes]) => [
      path,
      new TextDecoder().decode(bytes),
    ]),
  );

describe('an archive', () => {
  it('has each file under its path, names in Vietnamese too, and empty ones', async () => {
    const files = { 'Dữ liệu.xlsx': 'một', 'Minh chứng/1. Giấy xác nhận.pdf': 'hai', 'Minh chứng/2. trống.txt': '' };
    const made = await read(Object.entries(files).map(([path, text]) => ({ path, bytes: [bytesOf(text)] })));
    assert.deepEqual(made, files);
  });
  it('is the same of the same files, and empty of none', async () => {
    const files = [{ path: 'a', bytes: [bytesOf('một')] }];
    assert.deepEqual(await whole(writeArchive(files)), await whole(writeArchive(files)));
    assert.deepEqual(await read([]), {});
  });
  it('opens a file once the one before it is read, and holds none of them whole', async () => {
    const piece = new Uint8Array(64 * 1024);
    let opened = 0;
    let asked = 0;
    async function* file(): AsyncGenerator<Uint8Array> {
      opened += 1;
      for (let i = 0; i < 200; i += 1) {
        asked += 1;
        yield piece;
      }
    }
    async function* files(): AsyncGenerator<ArchiveFile> {
      for (let i = 0; i < 3; i += 1) yield { path: `${i}`, bytes: file() };
    }
    let size = 0;
    let ahead = 0;
    for await (const part of writeArchive(files())) {
      size += part.byteLength;
      ahead = Math.max(ahead, asked * piece.byteLength - size);
      assert.ok(opened <= Math.floor((size + 1_000_000) / (200 * piece.byteLength)) + 1, `${opened} at ${size}`);
    }
    assert.equal(asked, 600);
    assert.ok(ahead < 2_000_000, `${ahead} bytes read before they were taken`);
  });
  it('breaks off with whatever breaks a file off, and when nobody takes it any more', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytesOf('một');
      throw new Error('gone');
    }
    await assert.rejects(whole(writeArchive([{ path: 'a', bytes: broken() }])), /gone/);
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new Uint8Array(64 * 1024);
      } finally {
        closed = true;
      }
    }
    for await (const _ of writeArchive([{ path: 'a', bytes: endless() }])) break;
    for (let i = 0; i < 100 && !closed; i += 1) await new Promise((done) => setImmediate(done));
    assert.ok(closed);
  });
  it('refuses a path that leads out of it', async () => {
    for (const path of ['../a', '/a'])
      await assert.rejects(whole(writeArchive([{ path, bytes: [bytesOf('x')] }])), /path/, path);
  });
});
