import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ContainerClient, RestError } from '@azure/storage-blob';
import { openContainer } from '../../../src/adapters/blob/account.ts';
import { openBlobFiles } from '../../../src/adapters/blob/blob-files.ts';
import { describeFiles } from '../../ports/files-contract.ts';
import { type AnyAccount, openAnyAccount } from '../../support/blob/any-account.ts';
import { keepFile, keptFile, removeFile, sha256Of } from '../../support/memory-files.ts';

const patience = { timeoutMs: 10_000, tries: 2 };
const space = 'thidua';
async function* none() {}

describe('Azure Blob Storage', () => {
  let account: AnyAccount;
  let container: ContainerClient;
  let aside: string;
  before(async () => {
    account = await openAnyAccount();
  });
  after(() => account.close());
  const open = async () => {
    container = await openContainer(account, `thidua-test-${randomUUID()}`, patience);
    aside = await mkdtemp(join(tmpdir(), 'thidua-files-'));
  };
  const close = async () => {
    await container.deleteIfExists();
    await rm(aside, { recursive: true, force: true });
  };

  describeFiles('as blobs', async () => {
    await open();
    return {
      files: openBlobFiles({ container, space, aside }),
      elsewhere: () => openBlobFiles({ container, space, aside: join(aside, 'another-machine') }),
      // An account dates what it has by the second.
      age: async () => {
        await pause(2_100);
        return 1_000;
      },
      dispose: close,
    };
  });

  describe('files as blobs, beyond the contract', () => {
    beforeEach(open);
    afterEach(close);
    const bytes = randomBytes(1_000);
    const digest = sha256Of(bytes);

    it('keeps and purges apart what is of another centre', async () => {
      const [ours, theirs] = ['thidua', 'thidua-2'].map((space) => openBlobFiles({ container, space, aside }));
      assert.ok(ours && theirs);
      for (const files of [ours, theirs]) await keepFile(files, 'dossier-1', bytes);
      assert.equal(await ours.purge(none, -3_600_000), 1);
      assert.deepEqual(
        [await keptFile(ours, 'dossier-1', digest), await keptFile(theirs, 'dossier-1', digest)],
        [undefined, bytes],
      );
    });
    it('deletes what came in long ago and was neither kept nor dropped, and leaves what has just come', async () => {
      const files = openBlobFiles({ container, space, aside });
      const left = await files.receive([bytes]);
      const old = new Date(Date.now() - 7_200_000);
      for (const name of await readdir(aside)) await utimes(join(aside, name), old, old);
      const fresh = await files.receive([randomBytes(9)]);
      assert.equal(await files.tidy(3_600_000), 1);
      await assert.rejects(left.keep('dossier-1'), { code: 'ENOENT' });
      await fresh.keep('dossier-1');
    });
    it('tells an account that falters from an unknown file, and keeps nothing by halves', async () => {
      const files = openBlobFiles({ container, space, aside });
      await container.delete();
      const file = await files.receive([bytes]);
      const gone = (error: unknown): boolean =>
        error instanceof RestError && (error.details as { errorCode: string }).errorCode === 'ContainerNotFound';
      await assert.rejects(files.read('dossier-1', digest), gone);
      await assert.rejects(files.copy({ owner: 'dossier-1', sha256: digest }, 'dossier-2'), gone);
      await assert.rejects(file.keep('dossier-1'), gone);
      await assert.rejects(removeFile(files, 'dossier-1', digest), gone);
      await assert.rejects(files.purge(none, 0), gone);
      await file.drop();
      assert.deepEqual(await readdir(aside), []);
    });
  });
});
