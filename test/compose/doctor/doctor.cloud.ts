import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openStorage } from '../../../src/compose/adapters.ts';
import { examine } from '../../../src/compose/doctor/doctor.ts';
import { readConfig } from '../../../src/config.ts';
import { type CentreFolder, centreFolder } from '../../story/support/open-centre.ts';
import { type Azurite, startAzurite } from '../../support/blob/azurite.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../../support/cosmos/stand-in.ts';
import { keepFile } from '../../support/memory-files.ts';

describe('the doctor, of a centre in Azure', () => {
  let standIn: CosmosStandIn;
  let azurite: Azurite;
  let place: CentreFolder;
  const env = () => ({
    ...place.env,
    ...{ PORT: '1', COSMOS_ENDPOINT: standIn.endpoint, COSMOS_KEY: Buffer.from('hush').toString('base64') },
    BLOB_CONNECTION_STRING: azurite.connectionString,
  });
  const told = async (): Promise<ReadonlyMap<string, string>> => {
    const findings = await examine(env());
    assert.doesNotMatch(JSON.stringify(findings), /AccountKey|aHVzaA/);
    return new Map(findings.map(({ about, state, says }) => [about, `${state} ${says}`]));
  };
  beforeEach(async () => {
    [standIn, azurite] = await Promise.all([startCosmosStandIn(), startAzurite()]);
    place = centreFolder();
  });
  afterEach(async () => {
    place.remove();
    await Promise.all([standIn.stop(), azurite.stop()]);
  });

  it('makes nothing before the first start, and then finds files and lease in the account, and not in a folder', async () => {
    for (let time = 0; time < 2; time += 1) {
      const before = await told();
      assert.match(before.get('files') ?? '', /^warn the account has no container/);
      assert.match(before.get('lease') ?? '', /^warn no process has ever/);
      assert.equal(before.has('files folder'), false);
    }
    const { store, files, lease } = await openStorage(readConfig(env()));
    assert.match((await told()).get('files') ?? '', /^ok .*keeps none yet/);
    await keepFile(files, 'dossier-1', Buffer.from('minh chứng'));
    assert.equal(await lease.acquire(), true);
    const during = await told();
    assert.match(during.get('files') ?? '', /^ok the account lists/);
    assert.match(during.get('lease') ?? '', /^ok a process has it/);
    assert.equal(lease.remainingMs() > 0, true);
    await lease.release();
    assert.match((await told()).get('lease') ?? '', /^warn no process has it/);
    await store.close();
    assert.equal(existsSync(path.join(place.folder, 'sender.lock')), false);
  });
  it('tells that the account does not answer', async () => {
    await azurite.stop();
    assert.match((await told()).get('files') ?? '', /^fail .*ECONNREFUSED/);
    azurite = await startAzurite();
  });
});
