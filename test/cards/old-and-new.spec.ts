import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Banner } from '../../src/ports/pages.ts';
import { texts } from '../../src/screens/texts.ts';
import type { Pair } from './pair.ts';
import { anyViewOf } from './random-view.ts';

// Temporary: goes with the templates. `CARDS=intake npx mocha test/cards/old-and-new.spec.ts` compares one capability.

/** What every page showed in the grand tour and in the specs of the features when templates drew the cards, by card. */
const seen = JSON.parse(
  gunzipSync(readFileSync(new URL('views.json.gz', import.meta.url))).toString('utf8'),
) as Readonly<Record<string, readonly (readonly [view: unknown, banner?: Banner])[]>>;

const only = process.env.CARDS;
const folder = new URL('pairs/', import.meta.url);
const files = readdirSync(folder).filter((file) => only === undefined || file === `${only}.ts`);
const modules = await Promise.all(
  files.map((file) => import(new URL(file, folder).href) as Promise<{ readonly pairs: readonly Pair[] }>),
);
const pairs = modules.flatMap((module) => module.pairs);

const banner: Banner = { tone: 'good', text: 'Đã ghi ${x} {x}' };

describe('old and new cards', () => {
  const missing = Object.keys(seen).filter(
    (name) => (only === undefined || name.startsWith(`${only}/`)) && !pairs.some((pair) => pair.name === name),
  );
  if (missing.length > 0) it(`not ported yet: ${missing.sort().join(', ')}`);

  for (const pair of pairs) {
    it(`${pair.name}${pair.meant === undefined ? '' : ` (meant: ${pair.meant.why})`}`, function () {
      this.timeout(60_000);
      const shown = seen[pair.name] ?? [];
      assert.ok(shown.length > 0, 'was never seen');
      for (const [view, above] of shown) same(pair, view, above);
      const seed = [...pair.name].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) | 0;
      fc.sample(anyViewOf(pair.view), { seed, numRuns: 200 }).forEach((view, i) => {
        same(pair, view, i % 3 === 0 ? banner : undefined);
      });
    });
  }
});

function same({ old, drawn, meant }: Pair, view: unknown, above: Banner | undefined): void {
  for (const locale of ['vi', 'en'] as const) {
    const before = old(texts(locale), view as never, above);
    const expected = plain(meant === undefined ? before : meant.change(before));
    const actual = plain(drawn(texts(locale), view as never, above));
    if (isDeepStrictEqual(actual, expected)) continue;
    const where = [...differences(actual, expected)].slice(0, 12).join('\n  ');
    assert.fail(`${locale}, of the view ${JSON.stringify(view).slice(0, 1_500)}\n  ${where}`);
  }
}

function* differences(actual: unknown, expected: unknown, path = ''): Generator<string> {
  if (isDeepStrictEqual(actual, expected)) return;
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null)
    yield `${path}: new ${JSON.stringify(actual)}, old ${JSON.stringify(expected)}`;
  else
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)]))
      yield* differences(actual[key as never], expected[key as never], path === '' ? key : `${path}.${key}`);
}

/** Names that the schema reads in any case; `false` where that is what nothing means. */
const named = new Set(['color', 'size', 'weight', 'spacing', 'horizontalAlignment', 'style']);
const no = new Set(['isRequired', 'separator']);

/** Without what makes no difference to any reader: case of the schema's names, what is said to be off, a bar of nothing. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => value !== undefined && !(no.has(key) && value === false))
      .map(([key, value]) => {
        if (named.has(key) && typeof value === 'string') return [key, value.toLowerCase()];
        if (key === 'width' && Number.isNaN(value)) return [key, 12];
        return [key, plain(value)];
      }),
  );
}
