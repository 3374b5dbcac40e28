import assert from 'node:assert/strict';
import en from '../../locales/en.json' with { type: 'json' };
import vi from '../../locales/vi.json' with { type: 'json' };
import { texts } from '../../src/adapters/texts/texts.ts';
import { allCards, sources, viewsOf } from './all-cards.ts';

/** Drawn by the kit for every card. */
const headerWords = ['fallback', 'eyebrow', 'heading'];
/** What a part of the kit takes from the words of a card that hands it all of them. */
const takenByKit: Readonly<Record<string, readonly string[]>> = { 'turnPages(t,': ['next', 'previous'] };

type Tree = { readonly [key: string]: string | Tree };

function leavesOf(node: string | Tree, path = ''): (readonly [path: string, text: string])[] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}
const wordsOf = (name: string): Tree => {
  const [capability = '', card = ''] = name.split('/');
  return ((vi.cards as Tree)[capability] as Tree)[card] as Tree;
};
/** A card may leave its words to a part that stands beside or above it, and that to another. */
const sourceOf = (name: string): string => {
  const own = sources.get(name) ?? '';
  const parts = [...own.matchAll(/from '(\.\.?)\/([\w-]+)\.ts'/g)].map(([, where, part]) =>
    where === '.' ? `${name.split('/')[0]}/${part}` : `${part}`,
  );
  return [own, ...parts.filter((part) => sources.has(part)).map(sourceOf)].join('\n');
};

describe('the words of cards', () => {
  it('are there for every card, in both languages, and for nothing else', async () => {
    const names = [...(await allCards()).keys()].sort();
    for (const tree of [vi, en] as const) {
      const spoken = Object.entries(tree.cards).flatMap(([capability, cards]) =>
        Object.keys(cards).map((card) => `${capability}/${card}`),
      );
      assert.deepEqual(spoken.sort(), names);
    }
  });
  it('are all used', async () => {
    const idle: string[] = [];
    for (const name of (await allCards()).keys()) {
      const source = sourceOf(name);
      const taken = Object.entries(takenByKit).flatMap(([part, words]) => (source.includes(part) ? words : []));
      for (const [word] of leavesOf(wordsOf(name))) {
        const last = word.split('.').at(-1) ?? '';
        const isNamed = [last, last.replace(/Error$/, '')].some((each) => new RegExp(`\\b${each}\\b`).test(source));
        if (!isNamed && ![...headerWords, ...taken].includes(word)) idle.push(`${name}: ${word}`);
      }
    }
    assert.deepEqual(idle, []);
  });
  it('have every fact that they name, whatever the view', async function () {
    this.timeout(60_000);
    for (const [name, draw] of await allCards())
      for (const view of await viewsOf(name))
        for (const locale of ['vi', 'en'] as const)
          assert.ok(draw(texts(locale, { office: 'Phòng Hành chính' }), view), name);
  });
  it('stand in the locales, never in a card', () => {
    const spoken = [...sources].flatMap(([name, source]) =>
      [...source.replace(/\/\*[\s\S]*?\*\/|\/\/.*|import [^;]*;/g, '').matchAll(/'([^'\n]*)'|`([^`\n]*)`/g)]
        .map(([, plain, filled]) => (plain ?? filled ?? '').replace(/\$\{[^}]*\}/g, ''))
        .filter((text) => /\p{L}{2,} \p{L}|(?=\P{ASCII})\p{L}/u.test(text))
        .map((text) => `${name}: ${text}`),
    );
    assert.deepEqual(spoken, []);
  });
});

describe('the English words', () => {
  it('are English', () => {
    const vietnamese = /đ|\p{M}/iu;
    // Certificates' numbers, the currency, a law's name, and how a language calls itself are not translated.
    const kept = /05\/QĐ-…|đồng|\{kind\} số|(Ngôn ngữ: )?Tiếng Việt/g;
    const { app: _name, commands: _aliases, ...spoken } = en;
    assert.deepEqual(
      leavesOf(spoken as Tree).filter(([, text]) => vietnamese.test(text.replaceAll(kept, '').normalize('NFD'))),
      [],
    );
  });
});
