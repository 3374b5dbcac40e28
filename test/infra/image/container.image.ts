import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { movableClock } from '../../../sandbox/clock.ts';
import { sampleRosterFile } from '../../../sandbox/server/roster.ts';
import { startSandbox } from '../../../sandbox/server/start-sandbox.ts';
import { freePort, startChildBot } from '../../story/support/child-bot.ts';
import { type ImageConfig, type ImageStore, lacking, openImageStore } from './image-store.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { version, scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const mostMegabytes = 200;

/**
 * A root folder of which nothing can be written but what is mounted over it, as a container's; no rights are won in it. In its own space of
 * mounts, which ends with the process. First the folder and the user, then pairs of what is mounted and where, then `--` and the command.
 */
const enter = `
  root=$1 user=$2; shift 2
  mount --bind "$root" "$root" && mount -o remount,bind,ro "$root" && mount --rbind /dev "$root/dev" && mount --rbind /proc "$root/proc" || exit 125
  while [ "$1" != -- ]; do mount --bind "$1" "$root$2" || exit 125; shift 2; done
  shift
  exec chroot --userspec="$user" --groups= "$root" "$@"`;

describe('the image', function () {
  this.timeout(300_000);
  let store: ImageStore;
  let config: ImageConfig;
  /** Their file systems. */
  let ours: string;
  let base: string;
  let folder: string;

  before(function () {
    const skip = (wanting: string): never => {
      console.log(`      the image is neither built nor run; wanting: ${wanting}`);
      return this.skip();
    };
    const lack = lacking();
    if (lack !== undefined) skip(lack);
    store = openImageStore();
    const from = store.makeBase() ?? skip('a base, from a mirror of Debian');
    execFileSync('npm', ['run', '--silent', 'image', '--', '--build-arg', `BASE=${from}`], {
      cwd: root,
      env: store.env,
      stdio: 'pipe',
    });
    const image = `localhost/thidua-bot:${version}`;
    config = store.config(image);
    [base, ours] = [store.mount(from), store.mount(image)];
    folder = mkdtempSync(path.join(tmpdir(), 'thidua-run-'));
  });
  after(() => {
    store?.remove();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  it('starts as `npm start` does, by a user with a number, and says which version it is', () => {
    assert.equal(config.Cmd.join(' '), scripts.start.replace('dist/', ''));
    assert.match(config.User, /^[1-9]\d*:[1-9]\d*$/);
    assert.equal(config.Labels['org.opencontainers.image.version'], version);
  });

  it(`adds less than ${mostMegabytes} MB to its base, dist/ once and nothing else`, () => {
    const [before, added] = [megabytes(base), megabytes(ours) - megabytes(base)];
    console.log(`        ${added} MB over a base of ${before} MB`);
    assert.ok(added > 0 && added < mostMegabytes);
    const files = (of: string) => readdirSync(of, { recursive: true, encoding: 'utf8' }).sort();
    assert.deepEqual(files(path.join(ours, config.WorkingDir)), files(path.join(root, 'dist')));
  });

  it('with a file system that cannot be written but for its volumes, it answers, and stops when it is told to', async () => {
    const [uid = 0, gid = 0] = config.User.split(':').map(Number);
    const volumes = Object.keys(config.Volumes).map((at) => ({ at, from: path.join(folder, path.basename(at)) }));
    for (const { from } of volumes) {
      mkdirSync(from, { mode: 0o700 });
      chownSync(from, uid, gid);
    }
    const of = Object.fromEntries(config.Env.map((pair) => pair.split(/=(.*)/s) as [string, string]));
    const data = volumes.find(({ at }) => at === of.DATA_DIR);
    assert.ok(data && volumes.some(({ at }) => at === `${of.DATA_DIR}-secrets`), 'what is written is in a volume');
    copyFileSync(sampleRosterFile, path.join(data.from, 'roster.csv'));
    chownSync(path.join(data.from, 'roster.csv'), uid, gid);

    const port = await freePort();
    const mounts = volumes.flatMap(({ from, at }) => [from, at]);
    const inside = ['env', '-C', config.WorkingDir, ...config.Cmd];
    const bot = await startChildBot(
      port,
      // Without a registration it listens to this machine alone.
      { ...of, HOST: '127.0.0.1', PORT: String(port), ROSTER_FILE: `${data.at}/roster.csv` },
      {
        home: '/',
        command: [
          'unshare',
          '--mount',
          '--propagation=private',
          ...['sh', '-c', enter, 'enter', ours, config.User, ...mounts, '--', ...inside],
        ],
      },
    );
    const sandbox = await startSandbox({
      clock: movableClock(new Date().toISOString()),
      botUrl: `${bot.url}/api/messages`,
    });
    try {
      assert.match(
        readFileSync(`/proc/${bot.pid}/status`, 'utf8'),
        new RegExp(`^Uid:\\s+${uid}\\s+${uid}\\s+${uid}`, 'm'),
      );
      await sandbox.install(['hoa']);
      const [help] = await sandbox.as('hoa').say('trợ giúp');
      assert.match(help?.words ?? '', /Những việc anh\/chị làm được[\s\S]*Tự đánh giá/);
      bot.signal('SIGTERM');
      assert.equal(await bot.ended, 0, bot.written());
    } finally {
      await bot.kill();
      await sandbox.stop();
    }
  });
});

const megabytes = (of: string): number =>
  Number(execFileSync('du', ['-sm', '--apparent-size', of], { encoding: 'utf8' }).split('\t')[0]);
