import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { movableClock } from '../../sandbox/clock.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { type ChildBot, freePort, startChildBot } from '../story/support/child-bot.ts';
import { launch, launchPreview } from '../story/support/launches.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';
import { activityOf, clickOf, postTo } from '../story/support/wire.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('a bot that is asked to stop while it works', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let place: CentreFolder;
  let bot: ChildBot;

  beforeEach(async () => {
    sandbox = await startOverheard({ clock: movableClock(new Date().toISOString()) });
    place = centreFolder();
    bot = await startChildBot(await freePort(), { ...place.env, LOG_LEVEL: 'warn' });
    sandbox.connect(`${bot.url}/api/messages`);
  });
  afterEach(async () => {
    await bot.kill();
    await sandbox.stop();
    place.remove();
  });
  const keys = (): string[] => sandbox.people.slice(0, 20).map(({ key }) => key);
  const heard = (key: string): number => sandbox.as(key).messages().length;

  const until = (what: string, holds: () => boolean) => waitUntil(what, holds, { says: () => bot.written() });

  it('answers everybody who has asked, and ends with 0', async () => {
    await sandbox.install(keys());
    await sandbox.idle();
    const before = new Map(keys().map((key) => [key, heard(key)]));
    sandbox.faults.add({ kind: 'slow', delay: 2_000, operations: ['send'] });
    const asked = keys().map((key) =>
      postTo(`${bot.url}/api/messages`, activityOf(sandbox, key, { text: 'trợ giúp' })),
    );
    await until('all are in their turn', () => sandbox.faults.list().some(({ hits }) => hits >= keys().length));
    bot.signal('SIGTERM');
    assert.deepEqual(new Set((await Promise.all(asked)).map(({ status }) => status)), new Set([200]));
    assert.equal(await bot.ended, 0, bot.written());
    for (const key of keys()) assert.equal(heard(key), (before.get(key) ?? 0) + 1, key);
  });

  it('does what a click was told to be still at work on', async () => {
    const [key = ''] = keys();
    await sandbox.install([key]);
    await until('the welcome has not come', () => heard(key) > 0);
    const before = heard(key);
    sandbox.faults.add({ kind: 'slow', delay: 4_000, operations: ['send'] });
    const click = clickOf(sandbox, key, { message: sandbox.as(key).last(), verb: 'plan.show' });
    const answer = await postTo(`${bot.url}/api/messages`, click);
    assert.match(JSON.stringify(await answer.json()), /vẫn đang được thực hiện/);
    bot.signal('SIGTERM');
    assert.equal(await bot.ended, 0, bot.written());
    assert.equal(heard(key), before + 1);
    // Said at the end of the turn: nothing of it was cut off.
    assert.match(bot.written(), /"outcome":"answered","msg":"a click was answered before its work was done"/);
  });

  it('knows of each message under way what became of it, and leaves the rest owed', async () => {
    await sandbox.install();
    await sandbox.idle();
    const le = sandbox.as('le');
    const preview = await launchPreview(le);
    sandbox.faults.add({ kind: 'slow', delay: 400, operations: ['send'] });
    const told = () => sandbox.people.filter(({ key }) => heard(key) > 1).length;
    const before = told();
    const click = clickOf(sandbox, 'le', { message: preview, verb: launch });
    assert.equal((await postTo(`${bot.url}/api/messages`, click)).status, 200);
    await until('somebody more is told', () => told() > before + 3);
    bot.signal('SIGTERM');
    assert.equal(await bot.ended, 0, bot.written());
    const store = openSqliteStore({ path: `${place.folder}/thidua.db` });
    const unit = [...(await store.totals('delivery')).keys()][0] ?? '';
    const states = await store.countBy({ unit, type: 'delivery', field: 'state', prefix: '' });
    await store.close();
    assert.equal(states.get('sending'), undefined, 'none is in doubt');
    assert.ok((states.get('pending') ?? 0) > 0, 'stopped in the middle');
  });

  it('ends at once when it is asked a second time', async () => {
    await sandbox.install(keys());
    await sandbox.idle();
    sandbox.faults.add({ kind: 'slow', delay: 8_000, operations: ['send'] });
    const asked = postTo(`${bot.url}/api/messages`, activityOf(sandbox, 'le', { text: 'trợ giúp' })).catch(
      () => undefined,
    );
    await until('somebody is in their turn', () => sandbox.faults.list().some(({ hits }) => hits > 0));
    bot.signal('SIGTERM');
    // Two signals at the same moment may be one.
    await pause(300);
    bot.signal('SIGTERM');
    // It would be 0 once the turn has ended.
    assert.equal(await bot.ended, 1);
    await asked;
  });
});
