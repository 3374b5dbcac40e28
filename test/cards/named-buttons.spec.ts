import assert from 'node:assert/strict';
import en from '../../locales/en.json' with { type: 'json' };
import vi from '../../locales/vi.json' with { type: 'json' };
import { texts } from '../../src/adapters/texts/texts.ts';
import { fold } from '../../src/domain/text/vietnamese.ts';
import { features } from '../../src/features/features.ts';
import type { Card } from '../../src/ports/messenger.ts';
import { grandTour } from '../support/grand-tour.ts';

/** Before a name in quotes: it is something to choose on this card, or something to type. */
const asks = {
  vi: {
    word: 'chọn',
    choose: /(chọn|bấm|nút|dùng|mục|ở|xem)\s*$/iu,
    type: /(gõ|gõ lại|lệnh)( lệnh)?\s*$/iu,
  },
  en: {
    word: 'choose',
    choose: /(choose|press|button|use|under|follow|by|at|see)\s*$/i,
    type: /type\s*$/i,
  },
} as const;

type Node = Readonly<Record<string, unknown>>;
function* nodes(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const each of node) yield* nodes(each);
  else if (typeof node === 'object' && node !== null) {
    yield node as Node;
    for (const [key, inner] of Object.entries(node)) if (!['data', 'fallback'].includes(key)) yield* nodes(inner);
  }
}
/** Everything on a card that can be chosen, or filled in. */
const offered = (card: Card): Set<string> =>
  new Set(
    [...nodes(card)].flatMap(({ type, title, label, choices }) => [
      ...(String(type).startsWith('Action.') ? [String(title)] : []),
      ...(String(type).startsWith('Input.') ? [String(label), String(title)] : []),
      ...(Array.isArray(choices) ? choices.map((choice: { title: string }) => choice.title) : []),
    ]),
  );
/** Blocks of words, a rich text being one. */
const saidOn = (card: Card): string[] =>
  [...nodes(card)].flatMap(({ type, text, inlines, placeholder, errorMessage }) => {
    if (Array.isArray(inlines))
      return inlines
        .map((run: { text?: string } | string) => (typeof run === 'string' ? run : (run.text ?? '')))
        .join('');
    return [type === 'TextBlock' ? text : undefined, placeholder, errorMessage].filter(
      (each) => typeof each === 'string',
    );
  });

const sourceOf = (locale: 'vi' | 'en'): Readonly<Record<string, string>> => (locale === 'vi' ? vi : en).errors;

for (const locale of ['vi', 'en'] as const)
  describe(`what a card tells people to choose (${locale})`, () => {
    let cards: readonly (readonly [name: string, card: Card])[];
    let titles: ReadonlySet<string>;
    const commands = new Set(
      features
        .flatMap(({ commands: all }) => all)
        .flatMap(({ name }) =>
          ['name', 'aliases'].flatMap((key) => texts(locale).t(`commands.${name}.${key}`).split('|')),
        )
        .map(fold),
    );
    before(async function () {
      this.timeout(60_000);
      cards = [...(await grandTour(locale))].flatMap(([page, all]) =>
        all.map((card, i) => [`${page}-${i + 1}`, card] as const),
      );
      titles = new Set(
        cards.flatMap(([, card]) =>
          [...nodes(card)].flatMap(({ type, title }) => (String(type).startsWith('Action.') ? String(title) : [])),
        ),
      );
    });

    it('is never named in a refusal: a refusal is read on whatever card it leads back to', () => {
      const named = Object.entries(sourceOf(locale)).flatMap(([code, said]) =>
        [...said.matchAll(/“([^”]+)”/g)].flatMap(([quoted, what = '']) =>
          titles.has(what) && !commands.has(fold(what)) ? `${code}: ${quoted}` : [],
        ),
      );
      assert.deepEqual(named, []);
    });
    it('is on that card, or is a command to type', () => {
      const wrong: string[] = [];
      for (const [name, card] of cards) {
        const has = offered(card);
        for (const said of saidOn(card)) {
          for (const { 0: quoted, 1: what = '', index } of said.matchAll(/“([^”]+)”/g)) {
            const before = said.slice(0, index);
            const isCommand = commands.has(fold(what));
            const isKnown = isCommand || titles.has(what);
            const isToChoose = asks[locale].choose.test(before) || !isCommand;
            if (isKnown && isToChoose && !has.has(what) && !asks[locale].type.test(before))
              wrong.push(`${name}: ${quoted} in “${said.slice(Math.max(0, index - 60), index + quoted.length + 20)}”`);
          }
          for (const title of titles)
            if (said.includes(`${asks[locale].word} ${title}`) && !has.has(title))
              wrong.push(`${name}: ${title}, without quotes`);
        }
      }
      assert.deepEqual([...new Set(wrong)], []);
    });
  });
