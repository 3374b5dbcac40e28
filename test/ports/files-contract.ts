import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { FileName, Files } from '../../src/ports/files.ts';
import { keepFile, keptFile, removeFile, sha256Of } from '../support/memory-files.ts';

export interface OpenFiles {
  readonly files: Files;
  /** The same files, as another process has them open. */
  readonly elsewhere: () => Files;
  /** Lets time go by. @returns how old, in milliseconds, all that is there now is at least, and what comes from now on is not */
  readonly age: () => Promise<number>;
  readonly dispose: () => Promise<void>;
}

const bytes = randomBytes(3_000);
const digest = sha256Of(bytes);
const unknown = '0'.repeat(64);
async function* none() {}
/** Nothing is named, and meanwhile something happens. */
const noneWhile = (work: () => Promise<unknown>) =>
  async function* () {
    await work();
    yield* none();
  };
async function* only(...names: readonly FileName[]) {
  yield* names;
}

/** All there is goes, and is counted. */
const emptied = async (files: Files): Promise<number> =>
  (await files.purge(none, -3_600_000)) + (await files.tidy(-3_600_000));

/** What everybody who uses `Files` may rely on, whatever keeps them. */
export function describeFiles(name: string, open: () => Promise<OpenFiles>): void {
  describe(`files: ${name}`, () => {
    let opened: OpenFiles;
    let files: Files;
    beforeEach(async () => {
      opened = await open();
      files = opened.files;
    });
    afterEach(() => opened.dispose());

    it('gives back what was kept, also to another process', async () => {
      await keepFile(files, 'dossier-1', bytes);
      for (const each of [files, opened.elsewhere()])
        assert.deepEqual(await keptFile(each, 'dossier-1', digest), bytes);
    });
    it('gives it piece by piece, as often as it is asked, and knows its size before', async () => {
      const large = randomBytes(300_000);
      await keepFile(files, 'dossier-1', large);
      const found = await files.read('dossier-1', sha256Of(large));
      assert.ok(found);
      for (let n = 0; n < 2; n += 1) {
        const pieces: Uint8Array[] = [];
        for await (const piece of found.chunks) pieces.push(piece);
        assert.ok(pieces.length > 1);
        assert.deepEqual([found.size, Buffer.concat(pieces)], [300_000, large]);
      }
    });
    it('lets go of a file that is not read to its end', async () => {
      await keepFile(files, 'dossier-1', randomBytes(300_000));
      const large = randomBytes(300_000);
      const found = await files.read('dossier-1', await keepFile(files, 'dossier-1', large));
      assert.ok(found);
      for await (const piece of found.chunks) {
        assert.deepEqual(Buffer.from(piece), large.subarray(0, piece.byteLength));
        break;
      }
    });
    it('keeps an empty file', async () => {
      const empty = new Uint8Array(0);
      await keepFile(files, 'dossier-1', empty);
      assert.equal((await keptFile(files, 'dossier-1', sha256Of(empty)))?.byteLength, 0);
    });
    it('keeps the same bytes once however often and however simultaneously they come', async () => {
      await Promise.all([1, 2, 3, 4].map(() => keepFile(files, 'dossier-1', bytes)));
      await keepFile(files, 'dossier-1', bytes);
      assert.equal(await emptied(files), 1);
    });
    it('keeps owners apart, whatever they are called', async () => {
      const odd = ['../outside', '/etc', 'a/../../outside', 'a\0b', '..', '.', '', 'a b%20?c#d', 'Ộ'.repeat(2_000)];
      for (const owner of odd) await keepFile(files, owner, bytes);
      assert.equal(await keptFile(files, 'dossier-1', digest), undefined);
      for (const owner of odd) {
        assert.deepEqual(await keptFile(files, owner, digest), bytes, owner.slice(0, 20));
        await removeFile(files, owner, digest);
        assert.equal(await keptFile(files, owner, digest), undefined);
      }
    });
    it('knows nothing of an unknown digest, nor of what is none', async () => {
      await keepFile(files, 'dossier-1', bytes);
      for (const sha256 of [unknown, '../../etc/passwd', digest.toUpperCase(), `${digest}/`, '']) {
        assert.equal(await files.read('dossier-1', sha256), undefined);
        assert.equal(await files.copy({ owner: 'dossier-1', sha256 }, 'dossier-2'), false);
        await removeFile(files, 'dossier-1', sha256);
      }
      assert.deepEqual(await keptFile(files, 'dossier-1', digest), bytes);
    });
    it('removes one file, and is content when it is already gone', async () => {
      for (const owner of ['dossier-1', 'dossier-2']) await keepFile(files, owner, bytes);
      for (let n = 0; n < 2; n += 1) await removeFile(files, 'dossier-1', digest);
      assert.equal(await keptFile(files, 'dossier-1', digest), undefined);
      assert.deepEqual(await keptFile(files, 'dossier-2', digest), bytes);
    });
    it('leaves what is kept anew before it is deleted, here or by another process', async () => {
      for (const again of [files, opened.elsewhere()]) {
        await keepFile(files, 'dossier-1', bytes);
        const deletion = await files.deletionOf('dossier-1', digest);
        await keepFile(again, 'dossier-1', bytes);
        await deletion();
        assert.deepEqual(await keptFile(files, 'dossier-1', digest), bytes);
      }
      const ofNothing = await files.deletionOf('dossier-2', digest);
      await keepFile(files, 'dossier-2', bytes);
      await ofNothing();
      assert.deepEqual(await keptFile(files, 'dossier-2', digest), bytes);
    });

    describe('one that comes in', () => {
      it('is known by its bytes, in however many pieces they come', async () => {
        const file = await files.receive([bytes.subarray(0, 1), bytes.subarray(1, 1_000), bytes.subarray(1_000)]);
        assert.deepEqual([file.size, file.sha256], [bytes.byteLength, digest]);
        await file.drop();
      });
      it('is looked at a part at a time, and gives no more than there is', async () => {
        const file = await files.receive([bytes.subarray(0, 1_000), bytes.subarray(1_000)]);
        for (const offset of [0, 999, 2_999, 3_000, 9_000])
          assert.deepEqual(Buffer.from(await file.at(offset, 2_000)), bytes.subarray(offset, offset + 2_000));
        assert.equal((await file.at(0, Number.MAX_SAFE_INTEGER)).byteLength, bytes.byteLength);
        await file.drop();
      });
      it('is nobody’s until it is kept, and stays when it is dropped then', async () => {
        const file = await files.receive([bytes]);
        assert.equal(await keptFile(files, 'dossier-1', digest), undefined);
        await file.keep('dossier-1');
        await file.drop();
        assert.deepEqual(await keptFile(files, 'dossier-1', digest), bytes);
      });
      it('leaves nothing when it is dropped, or breaks off', async () => {
        const file = await files.receive([bytes]);
        for (let n = 0; n < 2; n += 1) await file.drop();
        const broken = new Error('the host hung up');
        async function* half() {
          yield bytes;
          throw broken;
        }
        await assert.rejects(files.receive(half()), broken);
        assert.equal(await emptied(files), 0);
      });
    });

    it('copies for another owner a file of its own', async () => {
      await keepFile(files, 'dossier-1', bytes);
      const from = { owner: 'dossier-1', sha256: digest };
      assert.deepEqual([await files.copy(from, 'dossier-2'), await files.copy(from, 'dossier-2')], [true, true]);
      await removeFile(files, 'dossier-1', digest);
      assert.deepEqual(await keptFile(files, 'dossier-2', digest), bytes);
      assert.equal(await files.copy(from, 'dossier-3'), false);
      assert.equal(await emptied(files), 1);
    });

    it('tidies nothing that was kept, and nothing that has just come in', async () => {
      await keepFile(files, 'dossier-1', bytes);
      const file = await files.receive([bytes]);
      assert.equal(await files.tidy(3_600_000), 0);
      assert.deepEqual(Buffer.from(await file.at(0, 10)), bytes.subarray(0, 10));
      await file.drop();
      assert.equal(await files.tidy(-3_600_000), 0);
      assert.deepEqual(await keptFile(files, 'dossier-1', digest), bytes);
    });

    describe('a purge', () => {
      const other = randomBytes(500);
      const both = ['dossier-1', 'dossier-2'];
      beforeEach(async () => {
        for (const owner of both) for (const each of [bytes, other]) await keepFile(files, owner, each);
      });
      const left = async (): Promise<string[]> => {
        const found: string[] = [];
        for (const owner of both)
          for (const each of [bytes, other])
            if (await files.read(owner, sha256Of(each))) found.push(`${owner} ${each === bytes ? 'one' : 'other'}`);
        return found;
      };

      it('deletes what is old and not named, of its owner', async () => {
        const old = await opened.age();
        assert.equal(await files.purge(() => only({ owner: 'dossier-1', sha256: digest }), old), 3);
        assert.deepEqual(await left(), ['dossier-1 one']);
      });
      it('leaves what is young', async () => {
        assert.equal(await files.purge(none, 3_600_000), 0);
        assert.equal((await left()).length, 4);
      });
      it('leaves what came, or came anew, while it asked what is named', async () => {
        const old = await opened.age();
        const newest = randomBytes(700);
        const meanwhile = noneWhile(async () => {
          await keepFile(files, 'dossier-1', bytes);
          await keepFile(files, 'dossier-1', newest);
          await files.copy({ owner: 'dossier-1', sha256: sha256Of(other) }, 'dossier-2');
        });
        assert.equal(await files.purge(meanwhile, old), 2);
        assert.deepEqual(await left(), ['dossier-1 one', 'dossier-2 other']);
        assert.deepEqual(await keptFile(files, 'dossier-1', sha256Of(newest)), newest);
      });
      it('is content with what another process has deleted meanwhile', async () => {
        const old = await opened.age();
        const meanwhile = noneWhile(() => removeFile(files, 'dossier-1', digest));
        assert.ok((await opened.elsewhere().purge(meanwhile, old)) >= 3);
        assert.equal(await files.purge(none, old), 0);
      });
    });
  });
}
