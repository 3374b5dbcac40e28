import assert from 'node:assert/strict';
import type { DateTime } from 'luxon';
import { compileSentence } from '../../../src/adapters/texts/sentence.ts';
import { compileWords } from '../../../src/adapters/texts/words.ts';
import type { TextTree } from '../../../src/ports/texts.ts';

const instant = (at: DateTime): string => at.toFormat('HH:mm dd/MM/yyyy');
const compile = (key: string, source: string) => compileSentence({ key, source, locale: 'vi', instant });
const tree = {
  heading: 'Hồ sơ {code}',
  state: { sent: 'Đã gửi {when}', held: { text: 'Tạm dừng' } },
} satisfies TextTree;
type Spoken = typeof tree;
const compiled = compileWords('cards.x', tree, compile);
const fill = (facts: object) => compiled(facts) as Spoken;

describe('the words under a key', () => {
  it('are filled with the facts, also within', () => {
    const t = fill({ code: 'A1', when: 'hôm nay' });
    assert.deepEqual([t.heading, t.state.sent, t.state.held.text], ['Hồ sơ A1', 'Đã gửi hôm nay', 'Tạm dừng']);
  });
  it('need a fact only when the word that names it is read', () => {
    const t = fill({ code: 'A1' });
    assert.equal(t.heading, 'Hồ sơ A1');
    const { state } = t;
    assert.equal(state.held.text, 'Tạm dừng');
    assert.throws(() => state.sent, { code: 'TEXT_FACT_MISSING', facts: { text: 'cards.x.state.sent', fact: 'when' } });
  });
  it('read no fact before that', () => {
    const asked: string[] = [];
    const facts = {
      get code() {
        asked.push('code');
        return 'A1';
      },
    };
    const t = fill(facts);
    assert.equal(t.state.held.text, 'Tạm dừng');
    assert.deepEqual(asked, []);
    assert.equal(t.heading, 'Hồ sơ A1');
    assert.deepEqual(asked, ['code']);
  });
  it('are each compiled when first read: a bad one does not spoil the others', () => {
    const t = compileWords('cards.x', { good: 'Đã gửi', bad: 'Gửi {' }, compile)({});
    assert.equal(t.good, 'Đã gửi');
    assert.throws(() => t.bad);
  });
  it('of two readers do not mix, also when read in turns', () => {
    const [one, other] = [fill({ code: 'A1', when: 'sáng' }), fill({ code: 'B2', when: 'chiều' })];
    const [state, otherState] = [one.state, other.state];
    assert.deepEqual([one.heading, other.heading, one.heading], ['Hồ sơ A1', 'Hồ sơ B2', 'Hồ sơ A1']);
    assert.deepEqual([state.sent, otherState.sent], ['Đã gửi sáng', 'Đã gửi chiều']);
  });
  it('cannot be written over', () => {
    const t = fill({ code: 'A1' });
    assert.throws(() => Object.assign(t, { heading: '' }), TypeError);
    assert.equal(t.heading, 'Hồ sơ A1');
  });
  it('have no word that the tree has not', () => assert.equal((fill({}) as TextTree).footer, undefined));
});
