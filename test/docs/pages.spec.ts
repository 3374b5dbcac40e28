import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { configNames } from '../../src/config.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** What is made or brought in, and no part of the project. */
const notOurs = new Set(['node_modules', '.git', 'dist', 'coverage', 'data', '.screens']);
/** Every file and folder that a page may name, from the root. */
const places = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !notOurs.has(name))
  .flatMap((top) => [
    top.name,
    ...(top.isDirectory() ? readdirSync(new URL(top.name, root), { recursive: true }) : []).map(
      (place) => `${top.name}/${String(place).replaceAll('\\', '/')}`,
    ),
  ]);
/** What says how the project is now; a decision record says how it was, and the requirements have a test of their own. */
const pages = [
  'README.md',
  'sandbox/README.md',
  'bench/README.md',
  ...places.filter((place) => /^docs\/[\w-]+\.md$/.test(place) && !place.endsWith('requirements.md')),
];

/** Variables that the bot reads, and those that the project's own tools do. */
const known = new Set([...configNames, 'PORT_SANDBOX', 'TEAMS_APP_ID', 'BOT_ID', 'BROWSER_TESTS', 'NODE_ENV']);

const quoted = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
/** What a reader makes is not there: an archive, the settings of an environment of one's own. */
const isPlace = (words: string): boolean =>
  !/^(build|env)\//.test(words) &&
  (/^[a-z][\w-]*(\/[\w.-]+)+\/?$/.test(words) || /^[\w-]+\.(ts|md|yaml|csv)$/.test(words));

describe('the pages of the project', () => {
  for (const page of pages)
    it(`${page} names only files and folders that are there`, () => {
      const named = quoted(read(page))
        .filter(isPlace)
        .map((words) => words.replace(/\/$/, ''));
      assert.deepEqual(
        named.filter((words) => !places.some((place) => place === words || place.endsWith(`/${words}`))),
        [],
      );
    });

  it('tell administrators to run scripts, commands and variables that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
    const admin = new Set(places.flatMap((place) => /^src\/admin\/([\w-]+)\.ts$/.exec(place)?.[1] ?? []));
    const wrong = pages.flatMap((page) => {
      const text = read(page);
      const run = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
      const does = [...text.matchAll(/(?:npm run thidua --|bot\/thidua\.js) ([a-z]+)/g)].map(([, name = '']) => name);
      const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block).join('\n');
      // Of a shell block: what it exports for the bot or shows it by systemd, not the shell's own.
      const exported = [...blocks.matchAll(/(?:export |--setenv=|^|\s)([A-Z][A-Z_]{4,})=(?!\$\()/gm)].map(
        ([, name = '']) => name,
      );
      return [
        ...run.filter((name) => !(name in scripts)),
        ...does.filter((name) => !admin.has(name)),
        ...exported.filter((name) => !known.has(name)),
      ].map((name) => `${page}: ${name}`);
    });
    assert.deepEqual(wrong, []);
  });

  describe('docs/glossary.md', () => {
    const code = places
      .filter((place) => /^(src|cards|locales|plans)\/.*\.(ts|json|yaml)$/.test(place))
      .map(read)
      .join('\n');
    const words = new Set(code.match(/[\w.]+/g));
    /** A verb or a page stands there as it is named; a field of a record, as `Record.field`, in two places. */
    const isIn = (name: string): boolean =>
      words.has(name) || (/^[A-Z]/.test(name) && name.split('.').every((part) => words.has(part)));
    /** The column “In code” of each row: names, and whether they wait for code still to be written. */
    const names = read('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|').slice(1, -1))
      .map((cells) => (cells.length === 4 ? cells[2] : cells[1]) ?? '')
      .flatMap((cell) => quoted(cell).map((name) => ({ name, waits: cell.includes(`\`${name}\` †`) })));

    it('names things as the code does', () => {
      assert.deepEqual(
        names.filter(({ name, waits }) => !waits && /^[\w.]+$/.test(name) && !isIn(name)).map(({ name }) => name),
        [],
      );
    });
    it('calls nothing still to be written that is there', () => {
      assert.deepEqual(
        names.filter(({ name, waits }) => waits && words.has(name)).map(({ name }) => name),
        [],
      );
    });
  });
});
