import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStorage } from '../../src/compose/adapters.ts';
import { readConfig } from '../../src/config.ts';
import { CodedError } from '../../src/domain/errors.ts';
import { startAzurite } from '../support/blob/azurite.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../support/cosmos/stand-in.ts';
import { keepFile, keptFile } from '../support/memory-files.ts';

const secret = Buffer.from('a key that nobody may see').toString('base64');

describe('openStorage with an account of Cosmos DB', () => {
  let standIn: CosmosStandIn;
  let folder: string;
  const open = () =>
    openStorage(readConfig({ DATA_DIR: folder, COSMOS_ENDPOINT: standIn.endpoint, COSMOS_KEY: secret }));

  beforeEach(async () => {
    standIn = await startCosmosStandIn();
    folder = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
  });
  afterEach(async () => {
    await standIn.stop();
    rmSync(folder, { recursive: true });
  });

  const openWith = (BLOB_CONNECTION_STRING: string) =>
    openStorage(
      readConfig({
        ...{ DATA_DIR: folder, COSMOS_ENDPOINT: standIn.endpoint, COSMOS_KEY: secret },
        ...{ COSMOS_DATABASE: 'thidua-2', BLOB_CONNECTION_STRING },
      }),
    );
  it('has files and the lease in an account of storage, where others find them', async () => {
    const azurite = await startAzurite();
    const [one, two] = [await openWith(azurite.connectionString), await openWith(azurite.connectionString)];
    const sha256 = await keepFile(one.files, 'dossier-1', Buffer.from('minh chứng'));
    assert.equal(String(await keptFile(two.files, 'dossier-1', sha256)), 'minh chứng');
    assert.deepEqual([await one.lease.acquire(), await two.lease.acquire()], [true, false]);
    assert.deepEqual(readdirSync(folder, { recursive: true }).toSorted(), ['files', 'files/unfinished']);
    await one.lease.release();
    assert.equal(await two.lease.acquire(), true);
    await two.lease.release();
    assert.equal(await two.accountAnswers?.(), true);
    for (const { store } of [one, two]) await store.close();
    await azurite.stop();
    await assert.rejects(two.accountAnswers?.() ?? Promise.resolve());
  });
  it('does not start when the account of storage is away or misspelt: the variable is named, and its key is not', async () => {
    const azurite = await startAzurite();
    await azurite.stop();
    const unsafe = 'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=aHVzaA==;EndpointSuffix=core.windows.net';
    for (const [given, reason] of [
      [azurite.connectionString, /ECONNREFUSED/],
      [unsafe, /https, or an account on this machine/],
      ['AccountName=a', /Connection ?String/i],
    ] as const)
      await assert.rejects(openWith(given), (error) => {
        assert.ok(error instanceof CodedError && error.code === 'CANNOT_START');
        const problems = String(error.facts.problems);
        assert.ok(problems.startsWith('BLOB_CONNECTION_STRING: got "a value (not shown)"; '), problems);
        assert.match(problems, reason);
        assert.ok(!/Key=/.test(problems), problems);
        return true;
      });
  });

  it('without one has them in the folder', async () => {
    const { store, lease, files } = await open();
    const doc = { unit: 'u', tenant: 't', id: 'note:1', type: 'note', v: 1, rev: 1, index: {}, data: 'kept' };
    await store.commit('u', [{ op: 'create', doc }]);
    await store.close();
    await lease.release();
    assert.ok(files);
    const again = await open();
    assert.equal((await again.store.get('u', 'note:1'))?.doc.data, 'kept');
    await again.store.close();
    await again.lease.release();
  });

  const weaken = async (): Promise<void> => {
    standIn.consistency = 'Session';
  };
  for (const [what, prepare, reason] of [
    ['is away', () => standIn.stop(), /ECONNREFUSED/],
    ['is not strong', weaken, /consistency is Session; the bot needs Strong/],
  ] as const)
    it(`does not start when the account ${what}: the variable is named, and the key is not`, async () => {
      await prepare();
      await assert.rejects(open(), (error) => {
        assert.ok(error instanceof CodedError && error.code === 'CANNOT_START');
        const problems = String(error.facts.problems);
        assert.match(problems, reason);
        assert.ok(problems.startsWith('COSMOS_ENDPOINT: got "http://127.0.0.1'), problems);
        assert.ok(!problems.includes(secret));
        return true;
      });
    });
});
