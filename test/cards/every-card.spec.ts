import assert from 'node:assert/strict';
import { features } from '../../src/features/features.ts';
import type { Card } from '../../src/ports/messenger.ts';
import { assertGoodCard } from '../support/check-card.ts';
import { grandTour } from '../support/grand-tour.ts';
import { khanhHoaPlan } from '../support/khanh-hoa-plan.ts';
import { actionsOf } from '../support/office.ts';

const verbs = new Set(features.flatMap((f) => f.verbs.map(({ verb }) => verb)));

for (const locale of ['vi', 'en'] as const) {
  describe(`every card of a round (${locale})`, () => {
    let tour: ReadonlyMap<string, readonly Card[]>;
    let shown: readonly (readonly [name: string, card: Card])[];
    before(async function () {
      this.timeout(30_000);
      tour = await grandTour(locale);
      shown = [...tour].flatMap(([page, cards]) => cards.map((card, i) => [`${page}-${i + 1}`, card] as const));
    });

    it('comes from a page, and every page is seen', () => {
      const pages = features.flatMap((f) => f.pages.map(({ page }) => page));
      assert.deepEqual(
        pages.filter((page) => !tour.has(page)),
        [],
      );
    });
    it('is a good card in the reader’s language', () => {
      for (const [name, card] of shown) {
        assert.equal(card.lang, locale, name);
        assertGoodCard(card);
      }
    });
    it('offers only what there is a command for', () => {
      for (const [name, card] of shown)
        for (const { verb } of actionsOf(card)) assert.ok(verbs.has(verb), `${name} offers ${verb}`);
    });
    it('shows nobody the key of a text', () => {
      const key = /\b(words|cards|banners|errors|summaries|commands)\.[a-z]|\{[a-zA-Z]+\}/;
      for (const [name, card] of shown) for (const words of wordsOf(card)) assert.doesNotMatch(words, key, name);
    });
    if (locale === 'en')
      it('names rounds, stages, levels, awards and criteria in English; the plan’s own words are not translated', () => {
        const { levels, stages, criteria, calendar } = khanhHoaPlan;
        const names = [
          ...[...levels, ...stages, ...Object.values(criteria).flat()].map(({ name }) => name),
          ...levels.map(({ award }) => `(${award})`),
          ...calendar.rounds.map(({ name }) => name.replace('{year}', '2026')),
        ];
        const wrong = shown.flatMap(([name, card]) =>
          [...wordsOf(card)].flatMap((words) =>
            names.flatMap((said) =>
              (name.startsWith('plan.section-') ? words === said : words.includes(said)) ? `${name}: ${said}` : [],
            ),
          ),
        );
        assert.deepEqual([...new Set(wrong)], []);
      });
    it('shows nobody an id of the store, a missing fact or an unknown state', () => {
      const raw =
        /\b(person|department|nomination|assessment|evidence|decision|session|round|spread|call):[\w-]|\bnull\b|\bNaN\b/;
      for (const [name, card] of shown)
        for (const words of wordsOf(card)) assert.doesNotMatch(words, raw, `${name}: ${words}`);
    });
  });
}

/** Words that a reader sees; what an action sends is not among them. */
function* wordsOf(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* wordsOf(item);
  else if (typeof node === 'object' && node !== null) {
    const { data: _data, fallback: _fallback, ...rest } = node as Record<string, unknown>;
    for (const [key, value] of Object.entries(rest)) {
      if (typeof value !== 'string') yield* wordsOf(value);
      else if (['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'altText'].includes(key))
        yield value;
    }
  }
}
