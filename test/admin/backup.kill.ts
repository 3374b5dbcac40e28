import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { movableClock } from '../../sandbox/clock.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { type RunningBot, startBot } from '../../sandbox/start-bot.ts';
import { openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { list } from '../../src/ports/documents.ts';
import { restorationRecord } from '../../src/records/restoration.ts';
import { openDocuments, untilQuiet } from '../story/support/documents.ts';
import { launch, launched, launchPreview, unit } from '../story/support/launches.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';
import { clickOf, postTo } from '../story/support/wire.ts';
import { unhurried } from '../support/patience.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { thidua } from './run-thidua.ts';

const now = '2026-10-26T08:00';

describe('thidua backup and restore', function () {
  this.timeout(60_000);
  let place: CentreFolder;
  let sandbox: Sandbox;
  let bot: RunningBot | undefined;
  let aside: string;

  beforeEach(async () => {
    aside = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
    place = centreFolder();
    sandbox = await startOverheard({ clock: movableClock(now) });
    await run(place.env);
    await sandbox.install(['le', ...keys().slice(0, 5)]);
    await quiet(place.folder);
  });
  afterEach(async () => {
    await bot?.stop();
    await sandbox.stop();
    place.remove();
    rmSync(aside, { recursive: true, force: true });
  });

  const keys = (): string[] => sandbox.people.map(({ key }) => key);
  async function run(env: Record<string, string>): Promise<void> {
    bot = await startBot({ port: 0, clock: sandbox.clock as never, env, ...unhurried });
    sandbox.connect(bot.url);
  }
  async function stop(): Promise<void> {
    await bot?.stop();
    bot = undefined;
  }
  async function quiet(folder: string): Promise<void> {
    const documents = openDocuments(folder);
    await untilQuiet(documents, sandbox);
    documents.close();
  }
  const launchesSeen = (): number =>
    sandbox.people.reduce(
      (sum, { key }) =>
        sum +
        sandbox
          .as(key)
          .messages()
          .filter(({ summary }) => summary === launched).length,
      0,
    );

  /** While Teams takes nothing, so that it is all still owed. */
  async function launchInVain(): Promise<void> {
    const preview = await launchPreview(sandbox.as('le'));
    sandbox.faults.add({ kind: 'unavailable', percent: 100, operations: ['send'] });
    const { status } = await postTo(bot?.url ?? '', clickOf(sandbox, 'le', { message: preview, verb: launch }));
    assert.equal(status, 200);
    for (let tries = 0; owing(place.folder, 'send') === 0 || owing(place.folder, 'spread') > 0; tries += 1) {
      assert.ok(tries < 400, 'the launch was never owed');
      await pause(25);
    }
  }
  function owing(folder: string, ...lanes: string[]): number {
    const db = openDatabase({ path: path.join(folder, 'thidua.db') });
    const of = db.prepare(`SELECT id FROM documents WHERE lane IN (${lanes.map(() => '?').join()})`).all(...lanes);
    db.close();
    return of.length;
  }

  it('bring everything back as it was at one moment, and send nothing of it before the office chooses', async () => {
    await launchInVain();
    const backup = path.join(aside, 'backup');
    const taken = await thidua(place.env, 'backup', backup);
    assert.equal(taken.code, 0, taken.said);
    assert.match(taken.said, /documents, counted and summed alike on both sides/);
    const waiting = owing(backup, 'send', 'sendUrgent', 'spread');
    assert.ok(waiting > 0);
    assert.equal(statSync(backup).mode & 0o777, 0o700);

    sandbox.faults.clear();
    await quiet(place.folder);
    const told = launchesSeen();
    assert.ok(told > 0);
    await stop();

    const again = { ...place.env, DATA_DIR: path.join(aside, 'data') };
    const restored = await thidua(again, 'restore', backup);
    assert.equal(restored.code, 0, restored.said);
    assert.match(restored.said, new RegExp(`${waiting} messages or announcements that were unsent wait`));
    assert.equal(owing(again.DATA_DIR, 'send', 'sendUrgent', 'spread'), 0);
    await run(again);
    await quiet(again.DATA_DIR);
    assert.equal(launchesSeen(), told, 'nobody is told twice');
    await stop();
    const store = openSqliteStore({ path: path.join(again.DATA_DIR, 'thidua.db') });
    const [asked] = await list(store, { unit, type: restorationRecord });
    await store.close();
    assert.deepEqual([asked?.data.held, asked?.data.choice], [waiting, 'open']);
  });

  it('say what stands in the way, and change nothing', async () => {
    const backup = path.join(aside, 'backup');
    assert.equal((await thidua(place.env, 'backup', backup)).code, 0);
    const refused = async (args: string[], said: RegExp, env = place.env) => {
      const answer = await thidua(env, ...args);
      assert.equal(answer.code, 1, answer.said);
      assert.match(answer.said, said);
      assert.doesNotMatch(answer.said, /\n\s+at /);
    };
    await refused(['backup', backup], /is not empty: name a folder that is not there yet/);
    await refused(['restore', backup], /a bot runs on these data: stop it first/);
    await refused(['restore', aside], /is no backup, or one that was not finished/);
    await refused(['migrate', '--from', place.folder], /COSMOS_ENDPOINT: got nothing/);
    await sandbox.install(keys().slice(5, 10));
    await quiet(place.folder);
    await stop();
    await refused(['restore', backup], /it must be empty/);
    const db = openDatabase({ path: path.join(backup, 'thidua.db') });
    db.exec("DELETE FROM documents WHERE id = (SELECT id FROM documents WHERE type = 'person' LIMIT 1)");
    db.close();
    const elsewhere = { ...place.env, DATA_DIR: path.join(aside, 'data') };
    await refused(['restore', backup], /the two sides differ:\n.*person/, elsewhere);
    appendFileSync(path.join(backup, 'backup.json'), '}');
    await refused(['restore', backup], /is no backup/, elsewhere);
    assert.ok(readFileSync(path.join(place.folder, 'thidua.db')).byteLength > 0);
  });
});
