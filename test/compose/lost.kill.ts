import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { movableClock } from '../../sandbox/clock.ts';
import { type ChildBot, freePort, startChildBot } from '../story/support/child-bot.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Loaded before the bot: after the signal the disk keeps nothing any more, and says so; and counts no room. */
const faults = `import fs from 'node:fs'; import promises from 'node:fs/promises'; import { syncBuiltinESMExports } from 'node:module';
let broken = false; let full = false;
const { fdatasync } = fs; const { statfs } = promises;
fs.fdatasync = (fd, done) => broken ? setImmediate(done, Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO', syscall: 'fdatasync' })) : fdatasync(fd, done);
promises.statfs = async (path) => full ? { bavail: 1, bsize: 4096 } : statfs(path);
syncBuiltinESMExports();
process.on('SIGUSR2', () => { broken = true; });
process.on('SIGHUP', () => { full = !full; });`;

describe('a process whose store or disk is lost', function () {
  this.timeout(60_000);
  let place: CentreFolder;
  let bot: ChildBot;

  beforeEach(async () => {
    place = centreFolder();
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(faults)}`;
    bot = await startChildBot(await freePort(), { ...place.env, LOG_LEVEL: 'info', NODE_OPTIONS });
  });
  afterEach(async () => {
    await bot.kill();
    place.remove();
  });
  const readyz = async (): Promise<number> => (await fetch(`${bot.url}/readyz`)).status;
  const until = (status: number) =>
    waitUntil(`/readyz is ${status}`, async () => (await readyz()) === status, {
      everyMs: 100,
      says: () => bot.written(),
    });

  it('ends with 1 when the disk did not keep what was written, and the next one sends', async () => {
    const clock = movableClock('2026-10-26T08:00');
    const sandbox = await startOverheard({ clock });
    try {
      sandbox.connect(`${bot.url}/api/messages`);
      bot.signal('SIGUSR2');
      // Whoever installs the app makes the bot write; nobody answers any more.
      sandbox.install().catch(() => undefined);
      assert.equal(await bot.ended, 1);
      assert.match(bot.written(), /what is written is not kept: the process ends/);
      assert.match(bot.written(), /thidua-bot ends: StoreError: Unavailable/);
      const next = await startChildBot(await freePort(), { ...place.env, LOG_LEVEL: 'info' });
      const numbers = await (await fetch(`${next.url}/metrics`)).text();
      assert.match(numbers, /thidua_holds_lease 1/);
      await next.kill();
    } finally {
      await sandbox.stop();
    }
  });
  it('is not ready while the disk has no room, is alive, and ready again with it', async () => {
    bot.signal('SIGHUP');
    await until(503);
    assert.equal((await fetch(`${bot.url}/healthz`)).status, 200);
    assert.match(bot.written(), /"trouble":"the disk of DATA_DIR is full or cannot be written"/);
    bot.signal('SIGHUP');
    await until(200);
  });
  it('is not ready while its folder is gone, and ready again when it is back', async () => {
    const elsewhere = `${place.folder}-moved`;
    renameSync(place.folder, elsewhere);
    await until(503);
    assert.equal((await fetch(`${bot.url}/healthz`)).status, 200);
    assert.match(bot.written(), /"trouble":"DATA_DIR is gone/);
    renameSync(elsewhere, place.folder);
    await until(200);
  });
  it('ends with 1 when another folder stands in the place of its own: what it writes is read by nobody', async () => {
    const elsewhere = `${place.folder}-moved`;
    renameSync(place.folder, elsewhere);
    mkdirSync(place.folder);
    let isEnded = false;
    bot.ended.then(() => {
      isEnded = true;
    });
    // As whatever watches over the process asks, again and again.
    const isOver = async (): Promise<boolean> => {
      await fetch(`${bot.url}/readyz`).catch(() => undefined);
      return isEnded;
    };
    await waitUntil('it has ended', isOver, { everyMs: 200, says: () => bot.written() });
    assert.equal(await bot.ended, 1);
    assert.match(bot.written(), /another folder or database has been put in the place of DATA_DIR/);
    rmSync(elsewhere, { recursive: true });
  });
});
