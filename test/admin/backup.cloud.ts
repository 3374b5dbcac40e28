import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { movableClock } from '../../sandbox/clock.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { type RunningBot, startBot } from '../../sandbox/start-bot.ts';
import { using } from '../../src/admin/places.ts';
import { openStorage } from '../../src/compose/adapters.ts';
import { readConfig } from '../../src/config.ts';
import { list } from '../../src/ports/documents.ts';
import { deliveryRecord, spreadRecord } from '../../src/records/message.ts';
import { heldBy, restorationRecord } from '../../src/records/restoration.ts';
import type { Place } from '../../src/transfer/place.ts';
import { type Sum, sumsOf } from '../../src/transfer/sums.ts';
import { onTheWay, untilQuiet } from '../story/support/documents.ts';
import { launch, launched, launchPreview, unit } from '../story/support/launches.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';
import { clickOf, postTo } from '../story/support/wire.ts';
import { type Azurite, startAzurite } from '../support/blob/azurite.ts';
import { anyKey } from '../support/cosmos/a-cosmos.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../support/cosmos/stand-in.ts';
import { unhurried } from '../support/patience.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';
import { addEvidence, bytes, evidenceIn } from './a-file.ts';
import { thidua } from './run-thidua.ts';

const always = '9999-01-01T00:00:00.000Z';

describe('thidua backup and restore, from one account into another', function () {
  this.timeout(180_000);
  let place: CentreFolder;
  let aside: string;
  let azurite: Azurite;
  let standIn: CosmosStandIn;
  let sandbox: Sandbox;
  let bot: RunningBot | undefined;

  beforeEach(async () => {
    // First what may not be there: a stand-in that nobody stops would keep the process from ending.
    azurite = await startAzurite();
    standIn = await startCosmosStandIn();
    aside = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
    place = centreFolder();
    sandbox = await startOverheard({ clock: movableClock('2026-10-26T08:00') });
  });
  afterEach(async () => {
    await stop();
    await sandbox.stop();
    await standIn.stop();
    await azurite.stop();
    place.remove();
    rmSync(aside, { recursive: true, force: true });
  });

  /** As an administrator sets it; the databases stand for two accounts. */
  const envOf = (database: string) => ({
    ...place.env,
    DATA_DIR: path.join(aside, database),
    COSMOS_ENDPOINT: standIn.endpoint,
    COSMOS_KEY: anyKey,
    COSMOS_DATABASE: database,
    BLOB_CONNECTION_STRING: azurite.connectionString,
  });
  async function within<T>(database: string, work: (place: Place) => Promise<T>): Promise<T> {
    const opened = await openStorage(readConfig(envOf(database)));
    return using([opened], () => work(opened));
  }
  async function run(database: string): Promise<void> {
    bot = await startBot({ port: 0, clock: sandbox.clock as never, env: envOf(database), ...unhurried });
    sandbox.connect(bot.url);
  }
  async function stop(): Promise<void> {
    await bot?.stop();
    bot = undefined;
  }
  async function owing({ store }: Place, ...lanes: string[]): Promise<number> {
    const found = await Promise.all(lanes.map((lane) => store.due({ lane, until: always, limit: 100 })));
    return found.flat().length;
  }
  const quiet = (database: string) =>
    within(database, (at) => untilQuiet({ isBusy: async () => (await owing(at, ...onTheWay)) > 0 }, sandbox));
  /** Of each chat that has got any. */
  const launchesSeen = (): number[] => [...sandbox.received(launched).values()];
  const launchesIn = async ({ store }: Place) =>
    (await list(store, { unit, type: deliveryRecord })).flatMap(({ data }) =>
      data.kind === launch ? [data.state] : [],
    );
  /** Of what a restoration brings back as it was. */
  const asItWas = (sums: readonly Sum[]) =>
    sums.filter(({ type }) => ![deliveryRecord.type, spreadRecord.type, restorationRecord.type].includes(type));
  const countsOf = (sums: readonly Sum[], { type }: { readonly type: string }) =>
    sums.filter((sum) => sum.type === type).map(({ count }) => count);

  /** A launch that Teams has taken from nobody, and a file. @returns the file's name */
  async function livedIn(database: string): Promise<string> {
    await run(database);
    // Everyone: who is met later, as the team is read, is owed the launch then, and not held.
    await sandbox.install();
    await quiet(database);
    const preview = await launchPreview(sandbox.as('le'));
    sandbox.faults.add({ kind: 'unavailable', percent: 100, operations: ['send'] });
    const { status } = await postTo(bot?.url ?? '', clickOf(sandbox, 'le', { message: preview, verb: launch }));
    assert.equal(status, 200);
    await within(database, (at) =>
      waitUntil('the launch is owed', async () => (await owing(at, 'spread')) === 0 && (await owing(at, 'send')) > 0),
    );
    await stop();
    sandbox.faults.clear();
    return within(database, addEvidence);
  }

  it('bring back the same documents and files, and send nothing that was unsent before the office chooses', async () => {
    const sha256 = await livedIn('before');
    const before = await within('before', ({ store }) => sumsOf(store));
    const unsent = await within('before', (at) => owing(at, 'send', 'sendUrgent'));
    assert.ok(unsent > 0);

    const folder = path.join(aside, 'backup');
    const taken = await thidua(envOf('before'), 'backup', folder);
    assert.equal(taken.code, 0, taken.said);
    const counted = `documents, counted and summed alike on both sides; 1 files, ${bytes.byteLength} bytes`;
    assert.ok(taken.said.includes(counted), taken.said);
    const brought = await thidua(envOf('after'), 'restore', folder);
    assert.equal(brought.code, 0, brought.said);
    assert.ok(brought.said.includes(counted), brought.said);
    assert.match(brought.said, new RegExp(`${unsent} messages or announcements that were unsent wait`));

    assert.deepEqual(await within('before', ({ store }) => sumsOf(store)), before, 'what is copied stays as it is');
    await within('after', async (at) => {
      const after = await sumsOf(at.store);
      assert.deepEqual(asItWas(after), asItWas(before));
      for (const type of [deliveryRecord, spreadRecord])
        assert.deepEqual(countsOf(after, type), countsOf(before, type));
      assert.deepEqual(await evidenceIn(at, sha256), bytes);
      assert.equal(await owing(at, 'send', 'sendUrgent', 'spread'), 0);
      const [asked] = await list(at.store, { unit, type: restorationRecord });
      assert.deepEqual([asked?.data.held, asked?.data.choice], [unsent, 'open']);
      const where = heldBy(asked?.id ?? '');
      assert.equal(await at.store.count({ unit, type: deliveryRecord.type, where }), unsent);
    });

    await run('after');
    await quiet('after');
    assert.deepEqual(launchesSeen(), [], 'nobody is told before the office has chosen');
    const le = sandbox.as('le');
    const [todo] = await le.say('việc của tôi');
    assert.ok(todo);
    const asked = (await le.click(todo, 'restoration.show')).message;
    const confirm = (await le.click(asked, 'restoration.choose', {}, { data: { choice: 'send' } })).message;
    await le.click(confirm, 'restoration.choose');
    await quiet('after');
    const sent = (await within('after', launchesIn)).filter((state) => state === 'sent');
    assert.ok(sent.length > 50);
    assert.deepEqual(
      launchesSeen(),
      sent.map(() => 1),
      'each is told once',
    );
  });

  it('take nothing from under a bot that runs on some other machine, and leave no backup', async () => {
    await run('before');
    await stop();
    const folder = path.join(aside, 'backup');
    await within('before', async ({ lease }) => {
      assert.equal(await lease.acquire(), true);
      const refused = await thidua(envOf('before'), 'backup', folder);
      assert.equal(refused.code, 1, refused.said);
      assert.match(refused.said, /a bot runs on these data: stop it first/);
    });
    assert.ok(!existsSync(path.join(folder, 'backup.json')));
    assert.equal((await thidua(envOf('before'), 'backup', folder)).code, 0, 'as soon as it has let go');
  });
});
