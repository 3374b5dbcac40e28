import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { compileSentence } from '../../../src/adapters/texts/sentence.ts';

const instant = (at: DateTime): string => at.toFormat('HH:mm dd/MM/yyyy');
const compile = (source: string, locale: 'vi' | 'en' = 'vi', key = 'review.line') =>
  compileSentence({ key, source, locale, instant });
const say = (source: string, facts: object = {}): string => compile(source)(facts);
const missing = (fact: string) => ({ code: 'TEXT_FACT_MISSING', facts: { text: 'review.line', fact } });

describe('a sentence', () => {
  it('without facts is said as it stands, tags and all', () =>
    assert.equal(say('Hạn: <b>30/11</b> & hết'), 'Hạn: <b>30/11</b> & hết'));
  it('puts in words as they are, also when they look like placeholders, quotes or tags', () => {
    const name = "{code} {{x}} ${y} '{z}' <b> #";
    assert.equal(say('{name}: hồ sơ {code}', { name, code: 'A1' }), `${name}: hồ sơ A1`);
  });
  it('puts in empty words and nought, which are facts', () =>
    assert.equal(say('[{name}] {count}', { name: '', count: 0 }), '[] 0'));
  it('writes an instant in its own zone, whichever that is', () => {
    const instant = DateTime.fromISO('2026-11-30T16:59:59Z');
    assert.equal(say('Hạn {at}', { at: instant.setZone('Asia/Ho_Chi_Minh') }), 'Hạn 23:59 30/11/2026');
    assert.equal(say('Hạn {at}', { at: instant.setZone('UTC') }), 'Hạn 16:59 30/11/2026');
  });
  it('names the fact that is missing, or that is neither word nor number nor instant', () => {
    for (const name of [undefined, null, true, {}, ['An'], new Date(0), () => 'An'])
      assert.throws(() => say('Gửi {name}', { name }), missing('name'));
    assert.throws(() => say('Gửi {name}'), missing('name'));
  });
  it('takes the facts that it does not name for nothing', () =>
    assert.equal(say('Gửi {name}', { name: 'An', rows: [1], other: null }), 'Gửi An'));
  it('is said anew with other facts', () => {
    const sentence = compile('Gửi {name}');
    assert.deepEqual([sentence({ name: 'An' }), sentence({ name: 'Bình' })], ['Gửi An', 'Gửi Bình']);
  });
  it('chooses by a fact, and needs what any of the choices names', () => {
    const source = '{kind, select, late {Nộp muộn {days} ngày} intime {Đúng hạn}}';
    assert.equal(say(source, { kind: 'late', days: 2 }), 'Nộp muộn 2 ngày');
    assert.equal(say(source, { kind: 'intime', days: 0 }), 'Đúng hạn');
    assert.throws(() => say(source, { kind: 'intime' }), missing('days'));
    assert.throws(() => say(source, { days: 2 }), missing('kind'));
  });
  it('refuses to choose what it does not name', () =>
    assert.throws(() => say('{kind, select, late {Nộp muộn}}', { kind: 'lost' }), /lost/));
  it('counts as the language counts', () => {
    const source = '{n, plural, one {# file} other {# files}}';
    const sentence = compile(source, 'en', 'files');
    assert.deepEqual([sentence({ n: 1 }), sentence({ n: 2 })], ['1 file', '2 files']);
    assert.throws(() => sentence({}), { code: 'TEXT_FACT_MISSING', facts: { text: 'files', fact: 'n' } });
  });
  it('finds among what is known what it is not given, and prefers what it is given', () => {
    const sentence = compile('Gửi {office}: {name}');
    assert.equal(sentence({ name: 'An' }, { office: 'Phòng HC' }), 'Gửi Phòng HC: An');
    assert.equal(sentence({ name: 'An', office: 'Phòng TV' }, { office: 'Phòng HC' }), 'Gửi Phòng TV: An');
  });
  it('that ends in what somebody typed has one full stop, with theirs or its own', () => {
    const source = 'Lý do: {reason}. Người trả: {by}.';
    const facts = { by: 'An' };
    for (const typed of ['Thiếu minh chứng', 'Thiếu minh chứng.'])
      assert.equal(say(source, { ...facts, reason: typed }), 'Lý do: Thiếu minh chứng. Người trả: An.');
    for (const typed of ['Thiếu gì?', 'Gấp!', 'Ảnh, tin bài, v.v…', 'Còn nữa...'])
      assert.equal(say(source, { ...facts, reason: typed }), `Lý do: ${typed} Người trả: An.`);
    assert.equal(say('Lý do: {reason} và {reason}.', { reason: 'Cũ.' }), 'Lý do: Cũ. và Cũ.');
  });
  it('that is badly written does not compile', () => assert.throws(() => compile('Gửi {name')));
});
