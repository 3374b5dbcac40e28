import assert from 'node:assert/strict';
import type { Card } from '../../src/ports/messenger.ts';
import { grandTour } from '../support/grand-tour.ts';

type Node = Readonly<Record<string, unknown>>;
function* nodes(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const each of node) yield* nodes(each);
  else if (typeof node === 'object' && node !== null) {
    yield node as Node;
    for (const [key, inner] of Object.entries(node)) if (!['data', 'fallback'].includes(key)) yield* nodes(inner);
  }
}
/** Blocks of words as they are read, a rich text being one. */
const blocksOf = (card: Card): string[] =>
  [...nodes(card)].flatMap(({ type, text, inlines }) => {
    if (Array.isArray(inlines)) return [inlines.map((run: { text?: string }) => run.text ?? '').join('')];
    return type === 'TextBlock' ? [String(text)] : [];
  });
/** All that is read or heard. */
const saidOn = (card: Card): string[] => [
  ...blocksOf(card),
  ...[...nodes(card)].flatMap(({ title, label, placeholder, errorMessage, fallbackText }) =>
    [title, label, placeholder, errorMessage, fallbackText].filter((each): each is string => typeof each === 'string'),
  ),
];

/** What is wrong with a text, whatever it says. */
const slips: readonly (readonly [fault: string, found: RegExp])[] = [
  ['the quotation marks of a typewriter', /"/],
  ['a date as a computer writes it', /\b\d{4}-\d\d-\d\d\b/],
  ['a time and a day with no word between them', /\d\d:\d\d \d\d\/\d\d\/\d{4}/],
  ['from a day to the same day', /(\d\d\/\d\d\/\d{4})[^.;]{0,3} (?:đến|to) (?:\d\d:\d\d(?: ngày|,)? )?\1/],
  ['two spaces', /\S {2,}\S/],
  ['a space before a stop', /\S [,;:.!?](?:\s|$)/],
  ['two stops', /[;:,][;:,.]|\.\.(?!\.)|:\s*:/],
  ['a page of the only one', /(?<!\d)1–(\d+) (?:trên|of) \1(?!\d)/],
  ['a count of nothing', /\b0\/0\b|(?<![\d:])\b00 \p{L}|\b0 (?:ngày|days?)\b/u],
  ['one of many', /\b1 (?:people|dossiers|tasks|days|messages|files|departments|criteria|members|questions)\b/],
  [
    'a round’s name in capitals within a sentence',
    /\p{Ll}[,;]? (?:Đợt (?:xét|sơ kết|tổng kết)|Commendation round|(?:Preliminary|Final) review)/u,
  ],
  ['brackets in brackets', /\([^()]*\([^()]*\)\)(?!\.)/],
];

/** Pages whose cards may lead nowhere, for these reasons. */
const leadNowhere: Readonly<Record<string, string>> = {
  'announce.cancelled': 'in a channel',
  'announce.record': 'in a channel',
  'calls.channel': 'in a channel, closed',
  'calls.invite': 'closed',
  'channel.bound': 'in a channel',
  'closing.report': 'in a channel',
  'nomination.withdrawnNotice': 'tells that there is nothing to do',
  'progress.show': 'in a channel',
  'reminders.digest': 'in a channel',
  'results.amended': 'in a channel',
  'results.channel': 'in a channel',
  'round.show': 'in a channel',
  'start.channel': 'in a channel',
};

/** A figure in no notation, or in that of the other language; what the people of the tour wrote is theirs. */
const foreignFigures = {
  vi: /\d{4} ký tự|(?<!\d)\d{1,3},\d{3}(?!\d)/,
  en: /\d{4} characters|(?<!\d)\d{1,3}\.\d{3}(?!\d| lượt)/,
} as const;

for (const locale of ['vi', 'en'] as const)
  describe(`what cards say, whatever it is (${locale})`, () => {
    let cards: readonly (readonly [name: string, card: Card])[];
    /** The plan is shown as it was written. */
    let ours: typeof cards;
    before(async function () {
      this.timeout(60_000);
      cards = [...(await grandTour(locale))].flatMap(([page, all]) =>
        all.map((card, i) => [`${page}-${i + 1}`, card] as const),
      );
      ours = cards.filter(([name]) => !name.startsWith('plan.section'));
    });
    const wrongIn = (find: (card: Card) => readonly string[]): string[] => [
      ...new Set(ours.flatMap(([name, card]) => find(card).map((said) => `${name}: ${said}`))),
    ];

    for (const [fault, found] of slips)
      it(`has no ${fault}`, () =>
        assert.deepEqual(
          wrongIn((card) => saidOn(card).filter((said) => found.test(said))),
          [],
        ));
    it('writes figures as its language does', () =>
      assert.deepEqual(
        wrongIn((card) => saidOn(card).filter((said) => foreignFigures[locale].test(said))),
        [],
      ));
    it('has one colon in a sentence', () =>
      assert.deepEqual(
        wrongIn((card) => blocksOf(card).filter((said) => /[\p{L})]: [^.;]*[\p{L})]: /u.test(said))),
        [],
      ));
    it('begins a line with a capital, a figure or a sign', () =>
      assert.deepEqual(
        wrongIn((card) => blocksOf(card).filter((said) => /^\p{Ll}/u.test(said) && !/\.\w{3,4}$|^\S+@\S+$/.test(said))),
        [],
      ));
    it('never says the same twice, one under the other', () =>
      assert.deepEqual(
        wrongIn((card) => {
          const blocks = blocksOf(card);
          return blocks.filter((said, i) => said.length > 12 && /\p{L}/u.test(said) && said === blocks[i + 1]);
        }),
        [],
      ));
    it('says what is wrong with a field in a sentence', () =>
      assert.deepEqual(
        wrongIn((card) =>
          [...nodes(card)].flatMap(({ errorMessage }) =>
            typeof errorMessage === 'string' && !/[.?]$/.test(errorMessage) ? [errorMessage] : [],
          ),
        ),
        [],
      ));
    it('leaves a name its room beside how things stand', () =>
      assert.deepEqual(
        wrongIn((card) =>
          [...nodes(card)]
            .filter(({ type, width }) => type === 'Column' && width === 'auto')
            .flatMap(({ items }) => [...nodes(items)].map(({ text }) => String(text ?? '')))
            .filter((said) => said.length > 23),
        ),
        [],
      ));
    it('leads on, or back', () => {
      // What a client sends by itself is no button.
      const leadsOn = ({ refresh: _, ...card }: Card): boolean =>
        [...nodes(card)].some(({ type }) => String(type).startsWith('Action.'));
      const pages = ours.filter(([, card]) => !leadsOn(card)).map(([name]) => name.replace(/-\d+$/, ''));
      assert.deepEqual([...new Set(pages)].sort(), Object.keys(leadNowhere));
    });
    it('says what is to be heeded in full letters, not in faint ones', () =>
      assert.deepEqual(
        wrongIn((card) =>
          [...nodes(card)]
            .filter(({ type, style }) => type === 'Container' && (style === 'warning' || style === 'attention'))
            .filter((box) => {
              const letters = [...nodes(box)].filter(({ type }) => type === 'TextRun' || type === 'TextBlock');
              return letters.length > 0 && letters.every(({ isSubtle }) => isSubtle === true);
            })
            .map((box) => blocksOf(box as Card).join(' ')),
        ),
        [],
      ));
    it('recommends one thing at most', () =>
      assert.deepEqual(
        wrongIn((card) => {
          const likely = [...nodes(card)].filter(
            ({ type, style }) => String(type).startsWith('Action.') && style === 'positive',
          );
          return likely.length > 1 ? [likely.map(({ title }) => title).join(' / ')] : [];
        }),
        [],
      ));
  });
