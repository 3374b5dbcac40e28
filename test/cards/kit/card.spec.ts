import assert from 'node:assert/strict';
import { act, defineCard, header, text } from '../../../cards/kit/kit.ts';
import { texts } from '../../../src/adapters/texts/texts.ts';

const view = { code: 'A2026-3QZ9VBXA' };
const withdrawnCard = defineCard('nomination.withdrawn-notice', (t, _view: typeof view) => ({
  body: [false, header(t), text(t.text)],
}));
const emptyCard = defineCard('nomination.withdrawn-notice', () => ({ body: [] }));
const banner = { tone: 'good', text: 'Đã lưu [x](y).' } as const;
const drawnBanner = {
  type: 'Container',
  style: 'good',
  bleed: true,
  items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Đã lưu [x](y).', weight: 'Bolder' }] }],
};
type Body = readonly object[];

describe('defineCard', () => {
  it('draws in the language of the texts, with words that older clients show instead', () => {
    for (const locale of ['vi', 'en'] as const) {
      const { body: _body, ...card } = withdrawnCard(texts(locale), view);
      assert.deepEqual(card, {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.5',
        lang: locale,
        fallbackText: texts(locale).t('cards.nomination.withdrawn-notice.fallback', view),
      });
    }
  });
  it('fills the body, and has actions only where the picture has', () => {
    const card = withdrawnCard(texts('vi'), view);
    assert.deepEqual((card.body as Body).at(-1), text(texts('vi').t('cards.nomination.withdrawn-notice.text')));
    assert.equal('actions' in card, false);
    const again = act('Làm lại', 'start.help');
    const withActions = defineCard('nomination.withdrawn-notice', () => ({ body: [], actions: [false, [again]] }));
    assert.deepEqual(withActions(texts('vi'), view).actions, [again]);
  });
  it('says the banner first, letter by letter, and sets what follows apart from it', () => {
    const [first, second, ...rest] = withdrawnCard(texts('vi'), view, banner).body as Body;
    const [heading, ...below] = withdrawnCard(texts('vi'), view).body as Body;
    assert.deepEqual(first, drawnBanner);
    assert.deepEqual(second, { ...heading, spacing: 'Medium' });
    assert.deepEqual(rest, below);
  });
  it('says the banner alone on an empty card', () =>
    assert.deepEqual(emptyCard(texts('vi'), view, banner).body, [drawnBanner]));
  it('draws the same twice: a banner does not stay on what is drawn after', () => {
    const before = withdrawnCard(texts('vi'), view);
    withdrawnCard(texts('vi'), view, banner);
    assert.deepEqual(withdrawnCard(texts('vi'), view), before);
  });
  it('throws when a word names a fact that the view has not', () =>
    assert.throws(() => withdrawnCard(texts('vi'), {} as never), { code: 'TEXT_FACT_MISSING' }));
  it('does not compile with a misspelt card or word', () => {
    // @ts-expect-error no such card
    defineCard('nomination.withdrawn-notise', () => ({ body: [] }));
    defineCard('nomination.withdrawn-notice', (t) => {
      // @ts-expect-error no such word
      const { headng } = t;
      return { body: [text(headng)] };
    });
  });
});
