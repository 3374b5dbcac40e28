import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStorage } from '../../src/compose/adapters.ts';
import { readConfig } from '../../src/config.ts';
import { CodedError } from '../../src/domain/errors.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../support/cosmos/stand-in.ts';

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

  it('has documents there, and files and the lease in the folder', async () => {
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
