import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configNames, readConfig } from '../../src/config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const unit = read('infra/server/thidua-bot.service');
const valuesOf = (key: string): string[] =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value]) => value ?? '');
const pairs = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
const fromFile = pairs(
  read('infra/server/bot.env')
    .split('\n')
    .filter((line) => /^\w+=/.test(line)),
);
const fromUnit = pairs(valuesOf('Environment').flatMap((value) => value.split(' ')));
const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;

describe('a server of one’s own', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'thidua-server-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('sets variables that the bot reads, and those that it cannot be without', () => {
    const { NODE_ENV, ...set } = { ...fromUnit, ...fromFile };
    assert.equal(NODE_ENV, 'production');
    assert.deepEqual(
      Object.keys(set).filter((name) => !configNames.includes(name)),
      [],
    );
    const { local, loopback, HOST } = readConfig(set);
    assert.deepEqual({ local, loopback, HOST }, { local: false, loopback: false, HOST: '127.0.0.1' });
  });

  it('starts as `npm start` does, and keeps its data where the unit lets it write', () => {
    const { scripts } = JSON.parse(read('package.json'));
    assert.deepEqual(valuesOf('ExecStart'), [`/usr/bin/${scripts.start.replace('dist/', '')}`]);
    const folders = valuesOf('StateDirectory')
      .flatMap((value) => value.split(' '))
      .map((name) => `/var/lib/${name}`);
    assert.deepEqual(folders, [fromUnit.DATA_DIR, fromUnit.SECRETS_DIR]);
  });

  it('has a unit that systemd understands', function () {
    if (!has('systemd-analyze')) this.skip();
    const file = path.join(folder, 'thidua-bot.service');
    // What it names need not be on this machine.
    writeFileSync(file, unit.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', file], {
      encoding: 'utf8',
    });
    const ours = stderr.split('\n').filter((line) => line.includes('thidua-bot'));
    assert.deepEqual({ status, ours }, { status: 0, ours: [] });
  });

  it('has a proxy that nginx understands', function () {
    // Without root's rights it cannot look at its own folders.
    if (!has('nginx') || !has('openssl') || process.getuid?.() !== 0) this.skip();
    const at = (name: string): string => path.join(folder, name);
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=thidua.example.vn',
        '-keyout',
        at('privkey.pem'),
        '-out',
        at('fullchain.pem'),
      ],
      { stdio: 'ignore' },
    );
    mkdirSync(at('logs'));
    const proxy = read('infra/server/nginx.conf').replaceAll('/etc/letsencrypt/live/thidua.example.vn', folder);
    const where = `pid ${at('nginx.pid')}; error_log ${at('error.log')};`;
    writeFileSync(at('nginx.conf'), `${where} events {} http { access_log off; ${proxy} }`);
    const { status, stderr } = spawnSync('nginx', ['-t', '-p', folder, '-c', at('nginx.conf')], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stderr, /warn/);
  });

  for (const [name, places] of [
    ['Caddyfile', /^\t@outside path (.+)$/gm],
    ['nginx.conf', /location (?:= )?(\/\S+)/g],
  ] as const)
    it(`lets in what Teams and browsers ask for, and nothing else: ${name}`, () => {
      const found = [...read(`infra/server/${name}`).matchAll(places)].flatMap(([, value = '']) => value.split(' '));
      assert.deepEqual(
        found.map((each) => each.replace(/\*$/, '')),
        ['/api/messages', '/files/'],
      );
    });
});
