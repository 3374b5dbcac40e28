import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import en from '../../../locales/en.json' with { type: 'json' };
import vi from '../../../locales/vi.json' with { type: 'json' };
import { factsIn } from '../../../src/adapters/texts/sentence.ts';
import { texts } from '../../../src/adapters/texts/texts.ts';

function* leaves(node: unknown, path = ''): Generator<[string, string]> {
  if (typeof node === 'string') yield [path, node];
  else
    for (const [key, value] of Object.entries(node as object))
      yield* leaves(value, path === '' ? key : `${path}.${key}`);
}
const all = { vi: new Map(leaves(vi)), en: new Map(leaves(en)) };

describe('locales', () => {
  it('have the same keys', () => assert.deepEqual([...all.vi.keys()].sort(), [...all.en.keys()].sort()));
  it('in English ask for no fact that Vietnamese does not', () => {
    for (const [key, text] of all.en) {
      const given = factsIn(all.vi.get(key) ?? '');
      assert.deepEqual(
        factsIn(text).filter((fact) => !given.includes(fact)),
        [],
        key,
      );
    }
  });
  it('are NFC, and formal: no emoji, no exclamation marks, no English office words in Vietnamese', () => {
    for (const [key, text] of all.vi) {
      assert.equal(text, text.normalize('NFC'), key);
      // What people type is understood, formal or not.
      if (key.endsWith('.words')) continue;
      assert.doesNotMatch(
        // Names of facts, and what a choice is made by, are read by nobody.
        text.replace(/\{\w+[},]/g, '').replace(/\w+ \{/g, '{'),
        /\p{Extended_Pictographic}|!|\b(upload|submit|deadline|email)\b/iu,
        key,
      );
    }
  });
  it('every text in use has words, every word is in use', () => {
    const sources = ['src', 'cards'].flatMap((dir) =>
      readdirSync(new URL(`../../../${dir}`, import.meta.url), { recursive: true, withFileTypes: true })
        .filter((f) => f.isFile() && /\.ts$/.test(f.name))
        .map((f) => readFileSync(`${f.parentPath}/${f.name}`, 'utf8')),
    );
    const code = sources.join('\n');
    const errors = [...all.vi.keys()]
      .filter((key) => key.startsWith('errors.'))
      .map((key) => key.slice('errors.'.length));
    assert.deepEqual(
      errors.filter((key) => !code.includes(`'${key}'`) && !code.includes(`errors.${key}`)),
      [],
      'errors that nothing throws',
    );
    const thrown = [...code.matchAll(/(?:CodedError|Refusal)\(\s*'([A-Z_]+)'/g)].map((m) => m[1] ?? '');
    /** Told to whoever runs the bot, at its start or in its log. */
    const notForReaders = [
      'CONFIG_INVALID',
      'PLAN_INVALID',
      'CANNOT_START',
      'TEXT_MISSING',
      'TEXT_FACT_MISSING',
      'SDK_CHANGED',
      'LOGIN_REFUSED',
      'KEYS_UNAVAILABLE',
      'NO_SIGNING_KEYS',
      'SIGNING_KEYS_REFUSED',
      'TOKEN_REFUSED',
      'SECRET_DAMAGED',
    ];
    assert.deepEqual(
      [...new Set(thrown)].filter((key) => !notForReaders.includes(key) && !all.vi.has(`errors.${key}`)),
      [],
      'errors without a sentence',
    );
    assert.deepEqual(
      notForReaders.filter((key) => !thrown.includes(key)),
      [],
      'listed, and never thrown',
    );
  });
});

describe('texts', () => {
  it('prints instants in their zone', () => {
    const reference = DateTime.fromISO('2026-11-30T23:59:59', { zone: 'Asia/Ho_Chi_Minh' });
    assert.match(texts('vi').t('errors.INTERNAL', { reference }), /23:59 ngày 30\/11\/2026/);
  });
  it('says the last moment of a day as the day that it ends', () => {
    const last = DateTime.fromISO('2026-11-30', { zone: 'Asia/Ho_Chi_Minh' }).endOf('day');
    assert.equal(texts('vi').t('words.at', { at: last }), 'hết ngày 30/11/2026');
    assert.equal(texts('en').t('words.at', { at: last }), 'the end of 30/11/2026');
    assert.equal(texts('vi').t('words.at', { at: last.minus(1) }), '23:59 ngày 30/11/2026');
    assert.equal(texts('en').t('words.at', { at: last.minus(1) }), '23:59 on 30/11/2026');
    const { deadline } = texts('vi').words('words.campaign', { at: last, weekday: 'thứ Hai' });
    assert.equal(deadline, 'hết ngày 30/11/2026 (thứ Hai)');
  });
  it('knows what it was told to know, and prefers what it is given', () => {
    const t = texts('vi', { office: 'Phòng Hành chính' });
    assert.match(t.t('errors.OFFICE_ONLY'), /do Phòng Hành chính thực hiện/);
    assert.match(t.t('errors.OFFICE_ONLY', { office: 'Phòng khác' }), /do Phòng khác thực hiện/);
    const { note } = t.words('cards.campaign.launch-record', {});
    assert.match(String(note), /Phòng Hành chính gõ/);
    assert.throws(() => texts('vi').t('errors.OFFICE_ONLY'), { code: 'TEXT_FACT_MISSING' });
  });
  it('refuses a missing text, and a whole part where a sentence is asked for', () => {
    for (const key of ['errors.NO_SUCH', 'no.such.part', 'errors', 'errors.INTERNAL.more', ''])
      assert.throws(() => texts('vi').t(key), { code: 'TEXT_MISSING', facts: { key } });
  });
  it('refuses a missing part, and a sentence where a part is asked for', () => {
    for (const key of ['cards.start.noSuch', 'errors.INTERNAL'])
      assert.throws(() => texts('vi').words(key, {}), { code: 'TEXT_MISSING', facts: { key } });
  });
  it('refuses a missing fact rather than showing a hole', () =>
    assert.throws(() => texts('vi').t('errors.INTERNAL'), {
      code: 'TEXT_FACT_MISSING',
      facts: { text: 'errors.INTERNAL', fact: 'reference' },
    }));
  it('has sentences, not parts of the tree', () => {
    const { has } = texts('en');
    assert.deepEqual([has('errors.INTERNAL'), has('errors'), has('errors.NO_SUCH')], [true, false, false]);
  });
  it('speaks two languages', () => {
    for (const locale of ['vi', 'en'] as const) {
      assert.equal(texts(locale).locale, locale);
      const { heading } = texts(locale).words('cards.nomination.withdrawn-notice', {});
      assert.equal(heading, all[locale].get('cards.nomination.withdrawn-notice.heading'));
    }
  });
  it('puts a fact in as it is, also when it looks like a placeholder', () => {
    assert.match(
      texts('vi').t('errors.INTERNAL', { reference: '{x} {{y}} ${z} $t(errors.CONFLICT) <b>' }),
      /\{x\} \{\{y\}\} \$\{z\} \$t\(errors\.CONFLICT\) <b>/,
    );
  });
});
