import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskFiles } from '../../../src/adapters/disk/disk-files.ts';
import type { Files } from '../../../src/ports/files.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytes = randomBytes(3_000);
const digest = sha256(bytes);

describe('openDiskFiles', () => {
  let parent: string;
  let dir: string;
  let files: Files;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'thidua-files-'));
    dir = join(parent, 'files');
    files = openDiskFiles(dir);
  });
  afterEach(() => rm(parent, { recursive: true }));

  const everyFile = async () =>
    (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

  it('gives back what was put, also after a restart', async () => {
    await files.put('dossier-1', digest, bytes);
    const found = await openDiskFiles(dir).get('dossier-1', digest);
    assert.deepEqual(found && Buffer.from(found), bytes);
  });

  it('gives it piece by piece, and knows its size before', async () => {
    const large = randomBytes(300_000);
    await files.put('dossier-1', sha256(large), large);
    const found = await files.read('dossier-1', sha256(large));
    assert.ok(found);
    const chunks: Uint8Array[] = [];
    for await (const chunk of found.chunks) chunks.push(chunk);
    assert.ok(chunks.length > 1);
    assert.deepEqual([found.size, Buffer.concat(chunks)], [300_000, large]);
    for (const digest of [sha256(bytes), '../../etc/passwd'])
      assert.equal(await files.read('dossier-1', digest), undefined);
  });

  it('keeps an empty file', async () => {
    const empty = new Uint8Array(0);
    await files.put('dossier-1', sha256(empty), empty);
    assert.equal((await files.get('dossier-1', sha256(empty)))?.byteLength, 0);
  });

  it('keeps the same bytes once however often and however simultaneously they are put', async () => {
    await Promise.all([1, 2, 3, 4].map(() => files.put('dossier-1', digest, bytes)));
    await files.put('dossier-1', digest, bytes);
    assert.equal((await everyFile()).length, 1);
  });

  it('repairs a damaged file when the same bytes are put again', async () => {
    await files.put('dossier-1', digest, bytes);
    const [file] = await everyFile();
    assert.ok(file);
    await writeFile(join(file.parentPath, file.name), 'damaged');
    await files.put('dossier-1', digest, bytes);
    assert.deepEqual(await readFile(join(file.parentPath, file.name)), bytes);
  });

  it('keeps owners apart', async () => {
    await files.put('dossier-1', digest, bytes);
    assert.equal(await files.get('dossier-2', digest), undefined);
  });

  it('knows nothing of an unknown digest', async () => {
    await files.put('dossier-1', digest, bytes);
    assert.equal(await files.get('dossier-1', '0'.repeat(64)), undefined);
  });

  it('tells a failing disk from an unknown file', async () => {
    await files.put('dossier-1', digest, bytes);
    const [file] = await everyFile();
    assert.ok(file);
    await rm(file.parentPath, { recursive: true });
    await writeFile(file.parentPath, 'a file where the folder was');
    await assert.rejects(files.get('dossier-1', digest), { code: 'ENOTDIR' });
  });

  it('refuses bytes under a false digest and leaves nothing behind', async () => {
    await assert.rejects(files.put('dossier-1', '0'.repeat(64), bytes), TypeError);
    assert.deepEqual(await everyFile(), []);
  });

  it('leaves nothing behind when the write fails', async () => {
    await files.put('dossier-1', digest, bytes);
    const [file] = await everyFile();
    assert.ok(file);
    await rm(file.parentPath, { recursive: true });
    await writeFile(file.parentPath, 'a file where the folder was');
    await assert.rejects(files.put('dossier-1', digest, bytes), { code: 'EEXIST' });
    assert.deepEqual(await readdir(join(dir, 'unfinished')), []);
  });

  it('clears what an interrupted write left, and only that', async () => {
    await files.put('dossier-1', digest, bytes);
    await writeFile(join(dir, 'unfinished', 'half'), 'half');
    openDiskFiles(dir);
    assert.equal((await everyFile()).length, 1);
    assert.notEqual(await files.get('dossier-1', digest), undefined);
  });

  it('removes one file, and is content when it is already gone', async () => {
    await files.put('dossier-1', digest, bytes);
    await files.put('dossier-2', digest, bytes);
    await files.remove('dossier-1', digest);
    await files.remove('dossier-1', digest);
    assert.equal(await files.get('dossier-1', digest), undefined);
    assert.notEqual(await files.get('dossier-2', digest), undefined);
  });

  for (const owner of [
    '../outside',
    '../../outside',
    '/etc',
    'a/../../outside',
    'a\0b',
    '..',
    '.',
    '',
    'Ộ'.repeat(2_000),
  ]) {
    it(`keeps the owner ${JSON.stringify(owner.slice(0, 20))} inside its folder`, async () => {
      await files.put(owner, digest, bytes);
      assert.notEqual(await files.get(owner, digest), undefined);
      assert.deepEqual(await readdir(parent), ['files']);
      const folders = (await readdir(dir)).filter((name) => name !== 'unfinished');
      assert.deepEqual(
        folders.map((name) => name.length),
        [64],
      );
    });
  }

  it('never makes a path of what is no digest', async () => {
    const secret = join(parent, 'secret');
    await writeFile(secret, 'secret');
    for (const digest of ['../../secret', secret, '']) {
      assert.equal(await files.get('dossier-1', digest), undefined);
      await files.remove('dossier-1', digest);
    }
    assert.ok(existsSync(secret));
  });
});
