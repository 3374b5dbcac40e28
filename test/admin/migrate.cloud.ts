import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { movableClock } from '../../sandbox/clock.ts';
import { startBot } from '../../sandbox/start-bot.ts';
import { openFolder, using } from '../../src/admin/places.ts';
import { openStorage } from '../../src/compose/adapters.ts';
import { readConfig } from '../../src/config.ts';
import type { Place } from '../../src/transfer/place.ts';
import { sumsOf } from '../../src/transfer/sums.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';
import { type Azurite, startAzurite } from '../support/blob/azurite.ts';
import { anyKey } from '../support/cosmos/a-cosmos.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../support/cosmos/stand-in.ts';
import { unhurried } from '../support/patience.ts';
import { addEvidence, bytes, evidenceIn } from './a-file.ts';
import { thidua } from './run-thidua.ts';

describe('thidua migrate', function () {
  this.timeout(120_000);
  let place: CentreFolder;
  let aside: string;
  let azurite: Azurite;
  let standIn: CosmosStandIn;
  let cloud: Record<string, string> & { readonly DATA_DIR: string };
  let sha256: string;

  beforeEach(async () => {
    // First what may not be there: a stand-in that nobody stops would keep the process from ending.
    azurite = await startAzurite();
    standIn = await startCosmosStandIn();
    aside = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
    place = centreFolder();
    const clock = movableClock('2026-10-26T08:00');
    const bot = await startBot({ port: 0, clock, env: place.env, ...unhurried });
    await bot.stop();
    sha256 = await inFolder(place.folder, addEvidence);
    cloud = { ...place.env, DATA_DIR: path.join(aside, 'cloud'), ...whereCloudIs() };
  });
  afterEach(async () => {
    await azurite.stop();
    await standIn.stop();
    place.remove();
    rmSync(aside, { recursive: true, force: true });
  });

  const whereCloudIs = () => ({
    COSMOS_ENDPOINT: standIn.endpoint,
    COSMOS_KEY: anyKey,
    BLOB_CONNECTION_STRING: azurite.connectionString,
  });
  async function inFolder<T>(folder: string, work: (place: Place) => Promise<T>): Promise<T> {
    const opened = openFolder(folder);
    return using([opened], () => work(opened));
  }
  async function inCloud<T>(work: (place: Place) => Promise<T>): Promise<T> {
    const opened = await openStorage(readConfig({ ...cloud, DATA_DIR: path.join(aside, 'another-machine') }));
    return using([opened], () => work(opened));
  }
  const sumsIn = (folder: string) => inFolder(folder, ({ store }) => sumsOf(store));

  it('takes a centre into the cloud and back, the same on every side, with its files', async () => {
    const before = await sumsIn(place.folder);
    const there = await thidua(cloud, 'migrate', '--from', place.folder);
    assert.equal(there.code, 0, there.said);
    const all = before.reduce((sum, { count }) => sum + count, 0);
    const counted = `${all} documents, counted and summed alike on both sides; 1 files, ${bytes.byteLength} bytes`;
    assert.ok(there.said.includes(counted), there.said);
    assert.deepEqual(await sumsIn(place.folder), before, 'what is moved from stays as it is');
    await inCloud(async (seen) => {
      assert.deepEqual(await sumsOf(seen.store), before);
      assert.deepEqual(await evidenceIn(seen, sha256), bytes, 'another machine has the file, too');
    });
    assert.deepEqual(readdirSync(cloud.DATA_DIR, { recursive: true }).toSorted(), ['files', 'files/unfinished']);
    // Broken off or begun twice: it is the same in the end. Nor does the first still hold the lease, which would be for half a minute.
    assert.equal((await thidua(cloud, 'migrate', '--from', place.folder)).code, 0);

    const home = path.join(aside, 'home');
    const back = await thidua(cloud, 'migrate', '--to', home);
    assert.equal(back.code, 0, back.said);
    assert.ok(back.said.includes(counted), back.said);
    assert.deepEqual(await sumsIn(home), before);
    assert.deepEqual(await inFolder(home, (at) => evidenceIn(at, sha256)), bytes);
  });

  it('moves nothing from under a bot that runs, nor into a centre that is another', async () => {
    const bot = await startBot({ port: 0, clock: movableClock('2026-10-26T08:00'), env: place.env });
    const runs = await thidua(cloud, 'migrate', '--from', place.folder);
    await bot.stop();
    assert.equal(runs.code, 1, runs.said);
    assert.match(runs.said, /a bot runs on these data: stop it first/);

    const other = centreFolder();
    const another = await startBot({
      port: 0,
      clock: movableClock('2026-10-27T08:00'),
      env: { ...other.env, ...whereCloudIs(), DATA_DIR: cloud.DATA_DIR },
    });
    await another.stop();
    const before = await sumsIn(place.folder);
    const refused = await thidua(cloud, 'migrate', '--from', place.folder);
    assert.equal(refused.code, 1, refused.said);
    assert.match(refused.said, /it must be empty/);
    assert.deepEqual(await sumsIn(place.folder), before);
    other.remove();
  });

  it('moves nothing into the cloud, nor out of it, while a bot on some other machine sends from there', async () => {
    await inCloud(async ({ store, lease }) => {
      assert.equal(await lease.acquire(), true);
      const home = path.join(aside, 'home');
      for (const way of [
        ['--from', place.folder],
        ['--to', home],
      ]) {
        const refused = await thidua(cloud, 'migrate', ...way);
        assert.equal(refused.code, 1, refused.said);
        assert.match(refused.said, /a bot runs on these data: stop it first/);
      }
      assert.deepEqual(await sumsOf(store), []);
      assert.deepEqual(await sumsIn(home), []);
    });
    assert.equal((await thidua(cloud, 'migrate', '--from', place.folder)).code, 0, 'as soon as it has let go');
  });
});
