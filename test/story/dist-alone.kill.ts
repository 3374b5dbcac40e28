import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSamplePlan } from '../../sandbox/sample-plan.ts';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import { buildBot, startFlags } from './support/child-bot.ts';
import { openChildCentre } from './support/child-centre.ts';
import { tellStory } from './the-story.ts';

/** Of no rights at all, on every machine. */
const nobody = 65_534;
/** Whoever runs this without rights is such a user already. */
const isRoot = process.getuid?.() === 0;
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--no-new-privs'];

/** What stands there and when it was last written. */
const listing = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${lstatSync(path.join(folder, name)).mtimeMs}`);

describe('a copy of dist/ and nothing else, run by a user who can write only to the data', () => {
  let place: string;
  let untouched: string[];
  const at = (name: string): string => path.join(place, name);
  /** All but the data: the program and its settings, and where programs write without being told. */
  const others = (): string[] =>
    ['program', 'settings', 'home', 'tmp'].flatMap((name) => listing(at(name)).map((each) => `${name}/${each}`));

  before(function () {
    // No rights of this kind.
    if (process.platform === 'win32') this.skip();
    place = mkdtempSync(path.join(tmpdir(), 'thidua-alone-'));
    chmodSync(place, 0o755);
    cpSync(buildBot(), at('program'), { recursive: true });
    mkdirSync(at('settings'));
    writeSamplePlan(at('settings'));
    copyFileSync(sampleRosterFile, at('settings/roster.csv'));
    // Where it stands may be closed to another user.
    copyFileSync(process.execPath, at('node'));
    for (const own of ['data', 'secrets', 'home', 'tmp']) {
      mkdirSync(at(own), { mode: 0o700 });
      if (isRoot) chownSync(at(own), nobody, nobody);
    }
    execFileSync('chmod', ['-R', 'a+rX,a-w', at('program'), at('settings')]);
    untouched = others();
  });
  after(() => {
    if (place === undefined) return;
    execFileSync('chmod', ['-R', 'u+w', at('program'), at('settings')]);
    rmSync(place, { recursive: true });
  });

  describe('lives through the round', function () {
    tellStory(this, () =>
      openChildCentre({
        envs: [
          {
            DATA_DIR: at('data'),
            SECRETS_DIR: at('secrets'),
            PLAN_FILE: at('settings/plan.yaml'),
            ROSTER_FILE: at('settings/roster.csv'),
            HOME: at('home'),
            TMPDIR: at('tmp'),
            LOG_LEVEL: 'fatal',
          },
        ],
        options: {
          home: at('program'),
          command: [...(isRoot ? asNobody : []), at('node'), ...startFlags(), 'bot/index.js'],
        },
      }),
    );
  });

  describe('when that is over', () => {
    it('has written nowhere else', () => assert.deepEqual(others(), untouched));
  });
});
