import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { list } from '../../src/ports/documents.ts';
import { personRecord } from '../../src/records/person.ts';
import { rosterImportRecord } from '../../src/records/roster-import.ts';
import { type ChildBot, freePort, startChildBot } from '../story/support/child-bot.ts';
import { unit } from '../story/support/launches.ts';
import { type CentreFolder, centreFolder } from '../story/support/open-centre.ts';
import { thidua } from './run-thidua.ts';

const sample = readFileSync(sampleRosterFile, 'utf8');
const lines = sample.trimEnd().split('\n');
const columns = (lines[0] ?? '').split(',');
const newcomer = columns
  .map(
    (column) =>
      ({
        email: 'moi@ttdvvl.example',
        fullName: 'Đinh Thị Mới',
        department: 'Phòng Bảo hiểm thất nghiệp',
        roles: 'staff',
      })[column] ?? '',
  )
  .join(',');

describe('npm run thidua -- roster import', function () {
  this.timeout(60_000);
  let place: CentreFolder;
  let bot: ChildBot;
  beforeEach(async () => {
    place = centreFolder();
    bot = await startChildBot(await freePort(), { ...place.env, LOG_LEVEL: 'warn' });
  });
  afterEach(async () => {
    await bot.kill();
    place.remove();
  });
  const file = (...rows: readonly string[]): string => {
    const name = path.join(place.folder, 'mới.csv');
    writeFileSync(name, `${rows.join('\n')}\n`);
    return name;
  };
  const run = (...args: readonly string[]) => thidua(place.env, 'roster', 'import', ...args);
  async function stored() {
    const store = openSqliteStore({ path: path.join(place.folder, 'thidua.db') });
    const people = (await list(store, { unit, type: personRecord })).map(({ data }) => data);
    const imports = (await list(store, { unit, type: rosterImportRecord })).map(({ data }) => data);
    await store.close();
    return { people, imports };
  }

  it('says what would change, and puts it before the office; confirmed, it writes it beside the running bot', async () => {
    const { people: before } = await stored();
    const joined = file(...lines, newcomer);
    const shown = await run(joined);
    assert.equal(shown.code, 0, shown.said);
    assert.match(shown.said, /^added 1, returned 0, moved 0, changed 0, left 0, same \d+$/m);
    assert.match(shown.said, /Nothing is written yet: somebody of the office confirms it in chat/);
    assert.deepEqual(
      (await stored()).imports.map(({ state, by, name }) => [state, by, name]),
      [['asked', 'system', 'mới.csv']],
    );
    assert.equal((await stored()).people.length, before.length);
    const written = await run(joined, '--confirm');
    assert.equal(written.code, 0, written.said);
    assert.match(written.said, /^Written\.$/m);
    const { people, imports } = await stored();
    assert.equal(people.filter(({ fullName }) => fullName === 'Đinh Thị Mới').length, 1);
    assert.deepEqual([people.length, imports[0]?.state], [before.length + 1, 'applied']);
    const again = await run(joined, '--confirm');
    assert.deepEqual(
      [again.code, /added 0, returned 0, moved 0, changed 0, left 0/.test(again.said)],
      [0, true],
      again.said,
    );
  });

  it('wants to be told about people who are not in the file, and once more where they are many', async () => {
    const gone = (await stored()).people.filter(({ status }) => status === 'left').length;
    const part = file(...lines.slice(0, 30));
    for (const [args, words] of [
      [['--confirm'], /people are not in the file: say --absent left or --absent kept/],
      [['--confirm', '--absent', 'left'], /much would be taken away \(many/],
    ] as const) {
      const { code, said } = await run(part, ...args);
      assert.equal(code, 1, said);
      assert.match(said, words);
    }
    assert.equal((await stored()).people.filter(({ status }) => status === 'left').length, gone);
    const { code, said } = await run(part, '--confirm', '--absent', 'left', '--sure');
    assert.equal(code, 0, said);
    assert.ok((await stored()).people.filter(({ status }) => status === 'left').length > 20);
  });

  it('counts nobody as gone who is kept', async () => {
    const part = file(...lines.slice(0, 30), newcomer);
    const { code, said } = await run(part, '--confirm', '--absent', 'kept');
    assert.equal(code, 0, said);
    const [placed] = (await stored()).imports;
    assert.deepEqual(
      [placed?.state, placed?.done, placed?.counts?.added, placed?.counts?.left, placed?.counts?.same],
      ['applied', 1, 1, 0, 29],
    );
  });

  it('refuses a file in which something is wrong, line by line', async () => {
    const { code, said } = await run(file(...lines, newcomer.replace('staff', 'king')), '--confirm');
    assert.equal(code, 1);
    assert.match(said, new RegExp(`line ${lines.length + 1} \\(“king”\\)`));
    assert.match(said, /nothing is written/);
  });

  it('is what the next start does with another ROSTER_FILE: it is said, waits for the office, and is offered once', async () => {
    await bot.kill();
    const env = { ...place.env, ROSTER_FILE: file(...lines, newcomer), LOG_LEVEL: 'warn' };
    for (let start = 0; start < 2; start += 1) {
      bot = await startChildBot(await freePort(), env);
      assert.match(
        bot.written(),
        /ROSTER_FILE is another file than the roster was taken from: it waits for the office/,
      );
      await bot.kill();
    }
    assert.deepEqual(
      (await stored()).imports.map(({ state }) => state),
      ['asked'],
    );
    bot = await startChildBot(await freePort(), { ...place.env, LOG_LEVEL: 'warn' });
    assert.doesNotMatch(bot.written(), /ROSTER_FILE/);
    await bot.kill();
    bot = await startChildBot(await freePort(), {
      ...place.env,
      ROSTER_FILE: path.join(place.folder, 'none.csv'),
      LOG_LEVEL: 'warn',
    });
    assert.match(bot.written(), /ROSTER_FILE cannot be read; the roster is the one that is known/);
  });
});

describe('npm run thidua -- roster import, without a roster', () => {
  it('says how the first one is read', async () => {
    const place = centreFolder();
    const { code, said } = await thidua(place.env, 'roster', 'import', fileURLToPath(sampleRosterFile));
    assert.equal(code, 1);
    assert.match(said, /there is no roster yet: start the bot with ROSTER_FILE/);
    place.remove();
  }).timeout(30_000);
});
