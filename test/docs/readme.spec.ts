import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { texts } from '../../src/adapters/texts/texts.ts';
import { configNames } from '../../src/config.ts';
import { type Role, roles } from '../../src/domain/policy/roles.ts';
import { readHeader } from '../../src/features/roster/read/read-header.ts';
import { rosterColumns } from '../../src/features/roster/read/roster-columns.ts';
import { actionsOf, openOffice } from '../support/office.ts';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

/** What stands between backticks. */
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words);
/** Rows of the first table under a heading, without its titles. */
const tableUnder = (heading: string): string[][] =>
  (readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, ...cells]) => cells);

/** Who each row of “What people type” speaks of. */
const readers: Readonly<Record<string, readonly Role[]>> = {
  everyone: ['staff'],
  'heads and deputies': ['head', 'deputy'],
  office: ['office'],
  council: ['council', 'councilChair', 'councilSecretary', 'councilViceChair'],
  'director, deputy directors': ['director', 'deputyDirector'],
  'youth union, trade union': ['youthSecretary', 'massOrgSecretary'],
};
/** Typed in a channel, which no help in a personal chat lists. */
const inChannels = new Set(['kênh']);

/** The commands that help lists to whoever holds one role. */
async function helpTo(role: Role): Promise<string[]> {
  const office = await openOffice({ people: { an: { roles: [role] } } });
  const { card } = await office.as('an').say('trợ giúp');
  return actionsOf(card).flatMap(({ data }) =>
    typeof data.command === 'string' ? texts('vi').t(`commands.${data.command}.name`) : [],
  );
}

describe('README.md', () => {
  const commands = tableUnder('What people type').map(([who = '', said = '']) => ({
    who,
    said: quoted(said).filter((name) => !inChannels.has(name)),
  }));
  const forAll = commands[0]?.said ?? [];
  it('tells of everybody', () => {
    assert.deepEqual(
      commands.map(({ who }) => who),
      Object.keys(readers),
    );
    assert.deepEqual(new Set(Object.values(readers).flat()), new Set(roles));
  });
  for (const { who, said } of commands)
    it(`names the commands of ${who} as help lists them to them`, async () => {
      const listed = new Set((await Promise.all((readers[who] ?? []).map(helpTo))).flat());
      assert.deepEqual(new Set([...said, ...forAll]), new Set([...listed, 'trợ giúp']));
    });

  it('names every variable of the environment, and none that is not read', () => {
    const named = tableUnder('Configuration').flatMap(([name = '']) => quoted(name));
    assert.deepEqual(named.toSorted(), [...configNames, 'PORT_SANDBOX'].toSorted());
  });

  it('names every role and column of the roster', () => {
    const [, after = ''] = readme.split('Roster columns: ');
    const [columns = '', optional = '', held = ''] = quoted(after);
    assert.deepEqual(readHeader(columns.split(', ')).problems, []);
    const all = [...columns.split(', '), ...optional.split(/,\s+/)];
    assert.deepEqual(all, rosterColumns);
    assert.deepEqual(held.split(/\s+/).toSorted(), [...roles].toSorted());
  });

  it('names scripts, files and folders that are there', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: object };
    const run = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      run.filter((name) => !(name in scripts)),
      [],
    );
    const places = [
      ...[...readme.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, place = '']) => place),
      ...quoted(readme).filter((words) => /^(docs|plans|sandbox|bench|src|test)\/[\w./-]+$/.test(words)),
    ];
    assert.deepEqual(
      places.filter((place) => !existsSync(new URL(place, root))),
      [],
    );
  });
});
