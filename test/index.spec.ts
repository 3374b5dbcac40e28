import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type ChildBot, freePort, startChildBot } from './story/support/child-bot.ts';
import { type CentreFolder, centreFolder } from './story/support/open-centre.ts';

/** Loaded before the bot: lets a signal stand for a fault in a library. */
const faults = `process.on('SIGUSR2', () => void Promise.reject(new Error('nobody waited')));
process.on('SIGHUP', () => { throw new Error('nobody caught'); });`;

describe('the process', function () {
  this.timeout(60_000);
  let place: CentreFolder;
  let running: ChildBot | undefined;

  const start = async (env: Record<string, string> = {}): Promise<ChildBot> => {
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(faults)}`;
    running = await startChildBot(await freePort(), { ...place.env, NODE_OPTIONS, ...env });
    return running;
  };
  beforeEach(() => {
    place = centreFolder();
  });
  afterEach(async () => {
    await running?.kill();
    running = undefined;
    place.remove();
  });

  it('goes on after a promise that nobody waited for, and says so in the log', async () => {
    const bot = await start({ LOG_LEVEL: 'error' });
    bot.signal('SIGUSR2');
    for (const deadline = performance.now() + 10_000; !bot.written().includes('nobody waited'); await pause(10))
      assert.ok(performance.now() < deadline, bot.written());
    assert.equal((await fetch(`${bot.url}/readyz`)).status, 200);
  });
  it('ends with 1 and the reason after an uncaught exception, also with a silent log', async () => {
    const bot = await start({ LOG_LEVEL: 'silent' });
    bot.signal('SIGHUP');
    assert.equal(await bot.ended, 1);
    assert.match(bot.written(), /thidua-bot ends: Error: nobody caught/);
  });
  it('ends with 0 when it is asked to stop', async () => {
    const bot = await start();
    bot.signal('SIGTERM');
    assert.equal(await bot.ended, 0);
    assert.equal(bot.written(), '');
  });
  it('says why it did not start', async () => {
    const noPlan = startChildBot(await freePort(), { ...place.env, PLAN_FILE: '/no/such/plan.yaml' });
    await assert.rejects(noPlan, /did not start.*no such file/s);
    const open = startChildBot(await freePort(), { ...place.env, HOST: '0.0.0.0' });
    await assert.rejects(open, /HOST: got "0\.0\.0\.0"/);
  });
});
