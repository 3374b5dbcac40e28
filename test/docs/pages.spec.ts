import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Every file and folder of the project that a page may name, from its root. */
const places = [
  'src',
  'cards',
  'locales',
  'plans',
  'test',
  'tools',
  'bench',
  'sandbox',
  'docs',
  'infra',
  'manifest',
  'env',
].flatMap((top) => [
  top,
  ...readdirSync(new URL(top, root), { recursive: true }).map(
    (place) => `${top}/${String(place).replaceAll('\\', '/')}`,
  ),
]);
/** What says how the project is now; a decision record says how it was. */
const pages = [
  'README.md',
  'docs/architecture.md',
  'docs/glossary.md',
  'docs/install-teams.md',
  'sandbox/README.md',
  'bench/README.md',
];

const quoted = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
const isPlace = (words: string): boolean =>
  (/^[a-z][\w-]*(\/[\w.-]+)+\/?$/.test(words) && !/^\d|\/s$/.test(words)) || /^[\w-]+\.(ts|md|yaml|csv)$/.test(words);

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
