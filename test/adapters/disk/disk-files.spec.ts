import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskFiles } from '../../../src/adapters/disk/disk-files.ts';
import type { Files } from '../../../src/ports/files.ts';
import { keepFile, keptFile, removeFile, sha256Of as sha256 } from '../../support/memory-files.ts';

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

  it('repairs a damaged file when the same bytes are put again', async () => {
    await keepFile(files, 'dossier-1', bytes);
    const [file] = await everyFile();
    assert.ok(file);
    await writeFile(join(file.parentPath, file.name), 'damaged');
    await keepFile(files, 'dossier-1', bytes);
    assert.deepEqual(await readFile(join(file.parentPath, file.name)), bytes);
  });

  it('tells a failing disk from an unknown file', async () => {
    await keepFile(files, 'dossier-1', bytes);
    const [file] = await everyFile();
    assert.ok(file);
    await rm(file.parentPath, { recursive: true });
    await writeFile(file.parentPath, 'a file where the folder was');
    await assert.rejects(keptFile(files, 'dossier-1', digest), { code: 'ENOTDIR' });
  });

  const unfinished = () => readdir(join(dir, 'unfinished'));

  describe('a file that comes in', () => {
    it('is written down as it comes: no piece is asked for before the last one is on the disk', async () => {
      const piece = randomBytes(100_000);
      async function* pieces() {
        for (let n = 0; n < 20; n++) {
          const [name = ''] = await unfinished();
          assert.equal((await stat(join(dir, 'unfinished', name))).size, n * piece.length);
          yield piece;
        }
      }
      const file = await files.receive(pieces());
      assert.equal(file.size, 20 * piece.length);
      assert.equal(file.sha256, sha256(Buffer.concat(Array.from({ length: 20 }, () => piece))));
      await file.drop();
    });
    it('can be read by nobody else on this machine', async () => {
      const file = await files.receive([bytes]);
      const modes = async () => Promise.all((await everyFile()).map((e) => stat(join(e.parentPath, e.name))));
      const isPrivate = ({ mode }: { mode: number }): boolean => mode % 0o100 === 0;
      assert.ok((await modes()).every(isPrivate));
      await file.keep('dossier-1');
      assert.deepEqual([(await modes()).length, (await modes()).every(isPrivate)], [1, true]);
      await file.drop();
      assert.deepEqual(await keptFile(files, 'dossier-1', digest), bytes);
    });
    it('is left alone by another process that opens the folder, and deleted long after its own has died', async () => {
      const file = await files.receive([bytes]);
      const other = openDiskFiles(dir);
      assert.equal(await other.tidy(3_600_000), 0);
      const [name = ''] = await unfinished();
      const old = new Date(Date.now() - 2 * 3_600_000);
      await utimes(join(dir, 'unfinished', name), old, old);
      assert.deepEqual([await other.tidy(3_600_000), await other.tidy(3_600_000)], [1, 0]);
      assert.deepEqual(await everyFile(), []);
      await assert.rejects(file.keep('dossier-1'), { code: 'ENOENT' });
    });
  });

  it('makes no copy of a damaged file', async () => {
    await keepFile(files, 'dossier-1', bytes);
    const [file] = await everyFile();
    assert.ok(file);
    await writeFile(join(file.parentPath, file.name), 'damaged');
    await assert.rejects(files.copy({ owner: 'dossier-1', sha256: digest }, 'dossier-2'), /damaged/);
    assert.deepEqual([(await everyFile()).length, await unfinished()], [1, []]);
  });

  it('leaves nothing behind when it cannot be kept', async () => {
    await keepFile(files, 'dossier-1', bytes);
    const [file] = await everyFile();
    assert.ok(file);
    await rm(file.parentPath, { recursive: true });
    await writeFile(file.parentPath, 'a file where the folder was');
    const again = await files.receive([bytes]);
    await assert.rejects(again.keep('dossier-1'), { code: 'EEXIST' });
    await again.drop();
    assert.deepEqual(await unfinished(), []);
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
      await keepFile(files, owner, bytes);
      assert.notEqual(await keptFile(files, owner, digest), undefined);
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
      assert.equal(await keptFile(files, 'dossier-1', digest), undefined);
      await removeFile(files, 'dossier-1', digest);
    }
    assert.ok(existsSync(secret));
  });
});
