import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildBot, freePort, startChildBot } from '../story/support/child-bot.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';

/** From where the bot is started in production: nothing but what the build has made. */
const thidua = (args: readonly string[], env: Record<string, string>) => {
  const { PATH = '' } = process.env;
  const cwd = buildBot();
  return spawnSync('npm', ['run', '--silent', 'thidua', '--', ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH, NODE_V8_COVERAGE: '', ...env },
  });
};
/** Every file with what is in it, but for the engine's index of its log, which each who opens it makes anew. */
const contents = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => !name.endsWith('-shm') && statSync(path.join(folder, name)).isFile())
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex')}`,
    )
    .sort();

describe('npm run thidua -- doctor', function () {
  this.timeout(60_000);
  let place: CentreFolder;
  beforeEach(() => {
    place = centreFolder();
  });
  afterEach(() => place.remove());

  it('ends with 1 where something fails, with a line for each look and what to do', () => {
    const { status, stdout } = thidua(['doctor'], { ...place.env, HOST: '0.0.0.0' });
    assert.equal(status, 1);
    assert.match(stdout, /^fail {2}configuration: HOST: got "0\.0\.0\.0"/m);
    assert.match(stdout, /^ {6}→ correct these variables/m);
  });
  it('leaves a running bot its lease and its data, and a stopped one’s folder as it was', async () => {
    const port = await freePort();
    const bot = await startChildBot(port, place.env);
    const env = { ...place.env, PORT: String(port) };
    try {
      const { status, stdout } = thidua(['doctor', '--json'], env);
      assert.equal(status, 0, stdout);
      const told = JSON.parse(stdout) as { ok: boolean; findings: { about: string; state: string }[] };
      assert.equal(told.ok, true);
      assert.equal(told.findings.find(({ about }) => about === 'bot')?.state, 'ok');
      const numbers = await (await fetch(`${bot.url}/metrics`)).text();
      assert.match(numbers, /thidua_holds_lease 1/);
      // Whoever asks now does not get it either.
      const second = await startChildBot(await freePort(), place.env);
      assert.match(await (await fetch(`${second.url}/metrics`)).text(), /thidua_holds_lease 0/);
      second.signal('SIGTERM');
      await second.ended;
      bot.signal('SIGTERM');
      assert.equal(await bot.ended, 0);
    } finally {
      await bot.kill();
    }
    const before = contents(place.folder);
    assert.equal(thidua(['doctor'], env).status, 0);
    assert.deepEqual(contents(place.folder), before);
  });
  it('refuses a command that it does not know, and ends with 1', () => {
    const { status, stderr } = thidua(['cure'], place.env);
    assert.equal(status, 1);
    assert.match(stderr, /unknown command 'cure'/);
  });
});
