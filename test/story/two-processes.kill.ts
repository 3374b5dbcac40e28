import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { movableClock } from '../../sandbox/clock.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';
import { type ChildBot, freePort, startChildBot } from './support/child-bot.ts';
import { launch, launched, launchesIn, launchPreview } from './support/launches.ts';
import { type CentreFolder, centreFolder } from './support/open-centre.ts';
import { clickOf, postTo } from './support/wire.ts';

const now = '2026-10-26T08:00';
/** More than are under way at once. The others have no app, which is quickly seen. */
const installed = 40;
/** Those of them who have not installed it, or have blocked it. */
const unreachable = new Set(['tho', 'suu']);

describe('two processes on one data folder', function () {
  this.timeout(60_000);
  let place: CentreFolder;
  let sandbox: Sandbox;
  let bots: ChildBot[];

  beforeEach(async () => {
    place = centreFolder();
    bots = [];
    const starts = await Promise.allSettled([start(), start()]);
    for (const one of starts) if (one.status === 'rejected') throw one.reason;
    // After the bots: what is said at a time that has not come for them yet is owed when it comes.
    sandbox = await startOverheard({ clock: movableClock(now) });
  });
  afterEach(async () => {
    for (const bot of bots) await bot.kill();
    await sandbox?.stop();
    place.remove();
  });

  const start = async (): Promise<void> => {
    const env = { ...place.env, LOG_LEVEL: 'info', NOW: `${now}:00+07:00` };
    bots.push(await startChildBot(await freePort(), env));
  };
  const waits = (bot: ChildBot): boolean => bot.written().includes('another process sends');
  const copies = (key: string): number =>
    sandbox
      .as(key)
      .messages()
      .filter(({ summary }) => summary === launched).length;
  const told = (): number => sandbox.people.filter(({ key }) => copies(key) > 0).length;
  const until = (what: string, holds: () => boolean | Promise<boolean>) =>
    waitUntil(what, holds, { withinMs: 10_000, everyMs: 20, says: () => `${told()} people are told` });

  it('one that only stands still keeps the lease: the other answers, and sends nothing in its place', async () => {
    await until('one waits for the other', () => bots.some(waits));
    const [holder, other] = bots.toSorted((a, b) => Number(waits(a)) - Number(waits(b)));
    assert.ok(holder && other);
    sandbox.connect(`${other.url}/api/messages`);
    await sandbox.install();
    await sandbox.idle();
    const le = sandbox.as('le');
    const preview = await launchPreview(le);
    sandbox.faults.add({ kind: 'slow', delay: 150, operations: ['send'] });
    assert.equal(
      (await postTo(`${other.url}/api/messages`, clickOf(sandbox, 'le', { message: preview, verb: launch }))).status,
      200,
    );
    await until('some are told', () => told() >= 3);
    holder.signal('SIGSTOP');
    // What was under way when it stopped still arrives.
    await pause(500);
    const before = told();
    await pause(3_000);
    assert.equal(told(), before);
    assert.ok(before < sandbox.people.length - unreachable.size, 'stopped in the middle');
    assert.ok(!other.written().includes('this process now sends'));
    holder.signal('SIGCONT');
    const store = openSqliteStore({ path: path.join(place.folder, 'thidua.db') });
    await until('nothing waits', async () =>
      [...(await launchesIn(store)).values()].every(({ state }) => state !== 'pending' && state !== 'sending'),
    );
    await store.close();
    assert.ok(told() > before, 'it went on');
    for (const { key } of sandbox.people) assert.ok(copies(key) <= 1, `${key} has ${copies(key)}`);
  });

  it('one sends; when it is killed the other goes on: everyone has it, and nobody twice without a mark', async () => {
    await until('one waits for the other', () => bots.some(waits));
    const [holder, other] = bots.toSorted((a, b) => Number(waits(a)) - Number(waits(b)));
    assert.ok(holder && other && !waits(holder), 'one has the lease');

    const keys = sandbox.people.map(({ key }) => key).slice(0, installed);
    const le = sandbox.as('le');
    assert.ok(keys.includes('le'));
    // The one that does not send still answers.
    sandbox.connect(`${other.url}/api/messages`);
    await sandbox.install(keys);
    await sandbox.idle();
    const preview = await launchPreview(le);
    const reachable = sandbox.people.filter(({ key }) => keys.includes(key) && !unreachable.has(key));
    assert.ok(reachable.length > 20);

    // Long enough that the kill finds sends under way.
    sandbox.faults.add({ kind: 'slow', delay: 150, operations: ['send'] });
    const click = clickOf(sandbox, 'le', { message: preview, verb: launch });
    assert.equal((await postTo(`${holder.url}/api/messages`, click)).status, 200);
    await until('some are told', () => told() >= 3);
    await holder.kill();
    assert.ok(told() < reachable.length, 'killed in the middle');
    const store = openSqliteStore({ path: path.join(place.folder, 'thidua.db') });
    await until('all are told', async () => {
      const owed = await launchesIn(store);
      return reachable.every(({ key }) => owed.get(key)?.state === 'sent');
    });
    assert.match(other.written(), /this process now sends/);
    other.signal('SIGTERM');
    assert.equal(await other.ended, 0);

    const owed = await launchesIn(store);
    await store.close();
    const doubtful = new Set(reachable.filter((one) => owed.get(one.key)?.doubtful).map(({ key }) => key));
    for (const { key } of reachable) {
      const count = copies(key);
      assert.ok(count === 1 || (count === 2 && doubtful.has(key)), `${key} has ${count}`);
    }
    assert.ok(doubtful.size > 0, 'the kill found sends under way');
  });
});
