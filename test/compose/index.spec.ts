import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { dirname, join } from 'node:path';
import { buildBot, type ChildBot, freePort, startChildBot } from '../story/support/child-bot.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';
import { waitUntil } from '../support/wait-until.ts';

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

  it('needs nothing but what the build has made, wherever that is copied to', async () => {
    const home = join(place.folder, 'elsewhere');
    cpSync(buildBot(), home, { recursive: true });
    const { PLAN_FILE: _sample, ...env } = place.env;
    running = await startChildBot(await freePort(), { ...env, NODE_PATH: '', LOG_LEVEL: 'info' }, { home });
    assert.equal((await fetch(`${running.url}/readyz`)).status, 200);
    assert.match(running.written(), /"unit":"khanh-hoa-dvvl"/, 'the plan that stands beside it');
  });

  it('closes what an earlier release or an administrator left open to every user of the machine', async () => {
    for (const folder of ['', 'files']) mkdirSync(join(place.folder, folder), { recursive: true });
    for (const folder of ['', 'files']) chmodSync(join(place.folder, folder), 0o755);
    for (const name of ['sender.lock']) writeFileSync(join(place.folder, name), '', { mode: 0o644 });
    await start();
    const modeOf = (name: string): string => (statSync(join(place.folder, name)).mode & 0o777).toString(8);
    assert.deepEqual(['', 'files', 'files/unfinished'].map(modeOf), ['700', '700', '700']);
    assert.deepEqual(['thidua.db', 'thidua.db-wal', 'sender.lock'].map(modeOf), ['600', '600', '600']);
  });
  it('says at start what cannot work as it is set up', async () => {
    const bot = await start({ LOG_LEVEL: 'warn' });
    assert.match(bot.written(), /local mode: no tokens are asked/);
  });
  it('goes on after a promise that nobody waited for, and says so in the log', async () => {
    const bot = await start({ LOG_LEVEL: 'error' });
    bot.signal('SIGUSR2');
    const isSaid = (): boolean => bot.written().includes('nobody waited');
    await waitUntil('it is in the log', isSaid, { says: () => bot.written() });
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
  it('ends while somebody holds a request open', async () => {
    const bot = await start();
    const { port } = new URL(bot.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    const head = ['POST /api/messages HTTP/1.1', 'host: x', 'content-type: application/json', 'content-length: 900'];
    socket.write(`${head.join('\r\n')}\r\n\r\n{`);
    bot.signal('SIGTERM');
    assert.equal(await bot.ended, 0);
    socket.destroy();
  });

  describe('that cannot start says which variable to change, and ends with 1', () => {
    const file = (name: string, text: string): string => {
      const path = join(place.folder, name);
      writeFileSync(path, text);
      return path;
    };
    const signedIn = { MicrosoftAppId: 'app', MicrosoftAppTenantId: randomUUID(), MicrosoftAppPassword: 'secret' };
    const problems: Record<string, () => readonly [env: Record<string, string>, words: RegExp]> = {
      'no plan': () => [{ PLAN_FILE: '/no/such/plan.yaml' }, /PLAN_FILE: got "\/no\/such\/plan\.yaml"; .*no such file/],
      'a wrong plan': () => [{ PLAN_FILE: file('plan.yaml', 'a: 1') }, /PLAN_FILE: got .*\nline 1/],
      'the samples of the demonstration, where real people are reached': () => [
        { PUBLIC_URL: 'https://bot.example.vn', ...signedIn },
        /PLAN_FILE: got .*\n`samples` belong to the demonstration/,
      ],
      'no roster': () => [{ ROSTER_FILE: '/no/such/roster.csv' }, /ROSTER_FILE: got .*no such file/],
      'a wrong roster': () => [
        { ROSTER_FILE: file('roster.csv', 'a,b\n1,2\n') },
        /ROSTER_FILE: got .*\nThere is no row of headings/,
      ],
      'a data folder that is a file': () => [{ DATA_DIR: file('data', '') }, /DATA_DIR: got .*data/],
      'a data file that is not ours': () => [
        { DATA_DIR: dirname(file('thidua.db', 'this is not a database, and long enough to be seen as none')) },
        /DATA_DIR: got .*Unavailable: .*thidua\.db.*not a database/,
      ],
      'a data file that somebody emptied': () => [
        { DATA_DIR: dirname(file('thidua.db', '')) },
        /DATA_DIR: got .*thidua\.db.*is empty: put back a backup/,
      ],
      'a damaged key': () => [
        { SECRETS_DIR: dirname(file('links.key', 'short')), DATA_DIR: join(place.folder, 'data') },
        /SECRETS_DIR: got .*SECRET_DAMAGED\nlinks\.key/,
      ],
      'ids that are none': () => [{ OFFICE_ADMINS: 'a/b?c' }, /OFFICE_ADMINS: got "a\/b\?c"; object ids of Entra/],
      'a misspelt app id': () => [
        { MICROSOFT_APP_ID: 'x' },
        /MICROSOFT_APP_ID: got "x"; .*did you mean MicrosoftAppId/,
      ],
      'everyone may reach a bot without tokens': () => [{ HOST: '0.0.0.0' }, /HOST: got "0\.0\.0\.0"/],
    };
    for (const [what, of] of Object.entries(problems)) {
      it(what, async () => {
        const [env, words] = of();
        const failed = startChildBot(await freePort(), { ...place.env, ...env });
        await assert.rejects(failed, (error: Error) => {
          assert.match(error.message, words);
          assert.doesNotMatch(error.message, /\n +at /);
          assert.equal((error.cause as Error).message, 'the bot ended with 1 before it was ready');
          return true;
        });
      });
    }
    it('a port that is taken', async () => {
      const server = createServer((_req, res) => {
        res.statusCode = 503;
        res.end();
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      await assert.rejects(startChildBot(port, place.env), /HOST, PORT: got "127\.0\.0\.1:\d+"; .*EADDRINUSE/);
      server.closeAllConnections();
      server.close();
    });
  });
});
