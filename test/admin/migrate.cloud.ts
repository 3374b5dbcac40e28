import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { movableClock } from '../../sandbox/clock.ts';
import { startBot } from '../../sandbox/start-bot.ts';
import { openDiskFiles } from '../../src/adapters/disk/disk-files.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { create } from '../../src/ports/documents.ts';
import { dossierKey, evidenceId, evidenceRecord } from '../../src/records/evidence.ts';
import { sumsOf } from '../../src/transfer/sums.ts';
import { unit } from '../story/support/launches.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';
import { anyKey } from '../support/cosmos/a-cosmos.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../support/cosmos/stand-in.ts';
import { keepFile, keptFile } from '../support/memory-files.ts';
import { unhurried } from '../support/patience.ts';
import { thidua } from './run-thidua.ts';

const bytes = Buffer.from('%PDF-1.7 minh chứng của một tiêu chuẩn');
const round = 'annual-2026';

describe('thidua migrate', function () {
  this.timeout(120_000);
  let place: CentreFolder;
  let aside: string;
  let standIn: CosmosStandIn;
  let cloud: Record<string, string>;
  let sha256: string;

  beforeEach(async () => {
    standIn = await startCosmosStandIn();
    aside = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
    place = centreFolder();
    const clock = movableClock('2026-10-26T08:00');
    const bot = await startBot({ port: 0, clock, env: place.env, ...unhurried });
    await bot.stop();
    sha256 = await addEvidence();
    cloud = {
      ...place.env,
      DATA_DIR: path.join(aside, 'cloud'),
      COSMOS_ENDPOINT: standIn.endpoint,
      COSMOS_KEY: anyKey,
    };
  });
  afterEach(async () => {
    await standIn.stop();
    place.remove();
    rmSync(aside, { recursive: true, force: true });
  });

  const openIn = (folder: string) => openSqliteStore({ path: path.join(folder, 'thidua.db') });
  async function sumsIn(folder: string) {
    const store = openIn(folder);
    const sums = await sumsOf(store);
    await store.close();
    return sums;
  }

  /** A piece of evidence of somebody of the roster, and its bytes. */
  async function addEvidence(): Promise<string> {
    const kept = await keepFile(
      openDiskFiles(path.join(place.folder, 'files')),
      dossierKey(round, candidate.id),
      bytes,
    );
    const store = openIn(place.folder);
    const [someone] = (await store.query({ unit, type: 'person', limit: 1 })).items;
    const scope = { unit, tenant: someone?.doc.tenant ?? '' };
    const evidence = { ...named, candidate, sha256: kept, bytes: bytes.byteLength };
    await store.commit(unit, [create(evidenceRecord, scope, evidenceId(round, candidate.id, kept), evidence)]);
    await store.close();
    return kept;
  }

  it('takes a centre into the cloud and back, the same on every side, with its files', async () => {
    const before = await sumsIn(place.folder);
    const there = await thidua(cloud, 'migrate', '--from', place.folder);
    assert.equal(there.code, 0, there.said);
    const all = before.reduce((sum, { count }) => sum + count, 0);
    assert.match(
      there.said,
      new RegExp(`${all} documents, counted and summed alike on both sides; 1 files, ${bytes.byteLength} bytes`),
    );
    assert.deepEqual(await sumsIn(place.folder), before, 'what is moved from stays as it is');
    // Broken off or begun twice: it is the same in the end.
    assert.equal((await thidua(cloud, 'migrate', '--from', place.folder)).code, 0);

    const home = path.join(aside, 'home');
    const back = await thidua(cloud, 'migrate', '--to', home);
    assert.equal(back.code, 0, back.said);
    assert.deepEqual(await sumsIn(home), before);
    const found = await keptFile(openDiskFiles(path.join(home, 'files')), dossierKey(round, candidate.id), sha256);
    assert.deepEqual(found, bytes);
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
      env: { ...other.env, ...whereOf(cloud) },
    });
    await another.stop();
    const before = await sumsIn(place.folder);
    const refused = await thidua(cloud, 'migrate', '--from', place.folder);
    assert.equal(refused.code, 1, refused.said);
    assert.match(refused.said, /it must be empty/);
    assert.deepEqual(await sumsIn(place.folder), before);
    other.remove();
  });
});

const whereOf = ({ COSMOS_ENDPOINT = '', COSMOS_KEY = '', DATA_DIR = '' }: Record<string, string>) => ({
  COSMOS_ENDPOINT,
  COSMOS_KEY,
  DATA_DIR,
});
const candidate = { kind: 'person' as const, id: 'person:an' };
const named = {
  round,
  criterion: 'CN1',
  kind: 'file' as const,
  name: 'Báo cáo kết quả kết nối việc làm.pdf',
  mediaType: 'application/pdf',
  url: '',
  added: { by: candidate.id, at: '2026-11-04T02:00:00.000Z' },
};
