import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { appPackage } from '../../tools/app-package.ts';
import { folder, manifest, read, values } from './the-manifest.ts';

const here = fileURLToPath(folder);
const root = fileURLToPath(new URL('../../', import.meta.url));
/** Whatever a name may be written with. */
const nameOfAnyone = fc.string({ unit: 'grapheme', maxLength: 10 }).filter((name) => name.trim() !== '');

/** Every line of what packing is refused with. */
function refusedWith(given: Readonly<Record<string, string>>, from = here): string[] {
  try {
    appPackage(from, given);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  assert.fail('packed');
}

describe('the package of the Teams app', () => {
  it('has the manifest, both icons and the languages at its root, and nothing else', () => {
    const { version, zip } = appPackage(here, values);
    const files = unzipSync(zip);
    assert.equal(version, manifest.version);
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'en.json', 'manifest.json', 'outline.png']);
    for (const name of ['color.png', 'outline.png', 'en.json'])
      assert.deepEqual(Buffer.from(files[name] ?? []), readFileSync(path.join(here, name)), name);
  });

  it('has its values in their places, whatever signs they are written with, and no placeholder left', () => {
    fc.assert(
      fc.property(nameOfAnyone, (name) => {
        const packed = strFromU8(
          unzipSync(appPackage(here, { ...values, DEVELOPER_NAME: name }).zip)['manifest.json'] ?? new Uint8Array(),
        );
        const { id, developer, bots } = JSON.parse(packed);
        assert.equal(id, values.TEAMS_APP_ID);
        assert.equal(bots[0].botId, values.BOT_ID);
        assert.deepEqual(developer, {
          name,
          websiteUrl: values.DEVELOPER_WEBSITE_URL,
          privacyUrl: values.DEVELOPER_PRIVACY_URL,
          termsOfUseUrl: values.DEVELOPER_TERMS_URL,
        });
        assert.ok(!packed.replace(JSON.stringify(name), '').includes('${{'));
      }),
    );
  });

  it('is refused with a line for each value that is missing, by the name of its variable', () => {
    const lines = refusedWith({});
    assert.deepEqual(lines.map((line) => line.split(':')[0]).sort(), Object.keys(values).sort());
    for (const line of lines) assert.match(line, /^[A-Z_]+: got "", takes the \S+/);
  });

  const wrong: readonly (readonly [name: keyof typeof values, value: string])[] = [
    ['TEAMS_APP_ID', 'thidua-bot'],
    ['TEAMS_APP_ID', '00000000-0000-0000-0000-000000000000'],
    ['BOT_ID', `${values.BOT_ID} `],
    ['BOT_ID', '{0d1f6c7e-3a54-4f0c-8d6b-5d2f7f3c9a02}'],
    ['DEVELOPER_NAME', 'Trung tâm Dịch vụ việc làm tỉnh Khánh Hòa'],
    ['DEVELOPER_NAME', ' '],
    ['DEVELOPER_WEBSITE_URL', 'http://example.vn'],
    ['DEVELOPER_PRIVACY_URL', 'example.vn/du-lieu'],
    ['DEVELOPER_TERMS_URL', `https://example.vn/${'a'.repeat(2048)}`],
  ];
  for (const [name, value] of wrong)
    it(`is refused when ${name} is ${JSON.stringify(value.slice(0, 45))}`, () => {
      const [line, ...others] = refusedWith({ ...values, [name]: value });
      assert.equal(others.length, 0);
      assert.ok(line?.startsWith(`${name}: got ${JSON.stringify(value)}, takes the `), line);
    });

  describe('from a changed folder', () => {
    let changed: string;
    beforeEach(() => {
      changed = mkdtempSync(path.join(tmpdir(), 'manifest-'));
      cpSync(here, changed, { recursive: true });
    });
    afterEach(() => rmSync(changed, { recursive: true }));
    const change = (name: string, from: string, to: string): void =>
      writeFileSync(path.join(changed, name), read(name).replace(from, to));

    it('is refused with the place of what Teams has no room for', () => {
      change('manifest.json', '"short": "Trợ lý thi đua"', `"short": "${'Trợ lý '.repeat(5)}"`);
      change('en.json', '"name.short": "', `"name.short": "${'long '.repeat(7)}`);
      assert.match(refusedWith(values, changed).join(), /^manifest\.json \/name\/short: .* 30 char/);
      cpSync(path.join(here, 'manifest.json'), path.join(changed, 'manifest.json'));
      assert.match(refusedWith(values, changed).join(), /^en\.json \/name\.short: .* 30 char/);
    });
    it('is refused for a key that Teams does not know, and for a list of more than twelve commands', () => {
      change('manifest.json', '"accentColor"', '"isBeautiful": true, "accentColor"');
      change('en.json', 'commands[0].title', 'commands[12].title');
      assert.match(refusedWith(values, changed).join(), /^manifest\.json : must NOT have additional properties/);
      change('manifest.json', '{ "title": "ngôn ngữ"', `${'{ "title": "thêm" }, '.repeat(4)}{ "title": "ngôn ngữ"`);
      assert.match(
        refusedWith(values, changed).join(),
        /^manifest\.json \/bots\/0\/commandLists\/0\/commands: .* 12 items/,
      );
      change('manifest.json', '', '');
      assert.match(refusedWith(values, changed).join(), /^en\.json : must NOT have additional properties/);
    });
    it('is refused while a new placeholder has no value, and packed with one', () => {
      change('manifest.json', '"Trợ lý thi đua, khen thưởng"', '"Trợ lý của ${{UNIT_NAME}}"');
      assert.deepEqual(refusedWith(values, changed), ['UNIT_NAME: got "", takes a value']);
      const { zip } = appPackage(changed, { ...values, UNIT_NAME: 'Trung tâm' });
      assert.match(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array()), /"full": "Trợ lý của Trung tâm"/);
    });
  });
});

describe('npm run package', function () {
  this.timeout(60_000);
  const command = ['--import', 'tsx', 'tools/package.ts'];
  const run = { cwd: root, encoding: 'utf8' } as const;

  it('says what is missing and where it looked, and ends with a failure', () => {
    const { status, stderr } = spawnSync(process.execPath, [...command, 'nowhere'], run);
    assert.equal(status, 1);
    assert.match(stderr, /env\/\.env\.nowhere/);
    assert.match(stderr, /^BOT_ID: got "", takes /m);
    assert.doesNotMatch(stderr, /^\s+at /m);
  });
  it('writes a package that is named by version and environment, of the values it was given', () => {
    const target = path.join(root, 'build', `thidua-bot-${manifest.version}-of-a-test.zip`);
    try {
      const told = execFileSync(process.execPath, [...command, 'of-a-test'], {
        ...run,
        env: { ...process.env, ...values },
      });
      assert.ok(told.startsWith(path.relative(root, target)), told);
      const packed = strFromU8(unzipSync(readFileSync(target))['manifest.json'] ?? new Uint8Array());
      assert.equal(JSON.parse(packed).id, values.TEAMS_APP_ID);
    } finally {
      rmSync(target, { force: true });
    }
  });
});
