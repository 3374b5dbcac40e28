import assert from 'node:assert/strict';
import { texts } from '../../src/adapters/texts/texts.ts';
import { commandWords, plainText } from '../../src/bot/words.ts';
import { fold } from '../../src/domain/text/vietnamese.ts';
import { features } from '../../src/features/features.ts';
import { processorMs } from '../support/processor-time.ts';

const routes = features.flatMap((f) => f.commands).filter((c) => c.where !== 'channel');
const words = commandWords(routes, texts);

describe('plainText', () => {
  const cases: [string, string][] = [
    ['<at>Trợ lý thi đua</at>&nbsp;kênh văn phòng', 'kênh văn phòng'],
    ['<div>tự\u00a0đánh giá</div>', 'tự đánh giá'],
    ['tự đánh giá'.normalize('NFD'), 'tự đánh giá'],
    ['  \u00a0 ', ''],
    ['5 < 6 và 7 > 3', '5 3'],
  ];
  for (const [given, expected] of cases) it(JSON.stringify(given), () => assert.equal(plainText(given), expected));
});

describe('command words', () => {
  for (const route of routes) {
    for (const locale of ['vi', 'en'] as const) {
      const name = texts(locale).t(`commands.${route.name}.name`);
      it(`${name} finds ${route.name}, with and without diacritics and in capitals`, () => {
        for (const text of [name, fold(name), name.toLocaleUpperCase('vi'), `${name} abc`]) {
          assert.equal(words.match(text)?.route.name, route.name, text);
        }
      });
    }
  }

  it('gives what follows the command, as typed', () => {
    assert.equal(words.match('Trợ giúp Tự Đánh Giá')?.rest, 'Tự Đánh Giá');
  });
  it('does not take the beginning of another word for a command', () => {
    assert.equal(words.match('helper'), undefined);
  });
  it('offers the nearest for a slip of the finger, and nothing for nonsense', () => {
    assert.equal(words.nearest('tro gipu', routes, 4)[0]?.name, 'help');
    assert.deepEqual(words.nearest('x'.repeat(10_000), routes, 4), []);
    assert.deepEqual(words.nearest('', routes, 4), []);
  });
  it('no two commands share a spelling', () => {
    const all = features
      .flatMap((f) => f.commands)
      .flatMap((c) =>
        (['vi', 'en'] as const).flatMap((locale) =>
          [texts(locale).t(`commands.${c.name}.name`), ...texts(locale).t(`commands.${c.name}.aliases`).split('|')]
            .filter((word) => word !== '')
            .map((word) => `${fold(word)}=${c.name}`),
        ),
      );
    const spellings = [...new Set(all)].map((entry) => entry.split('=')[0]);
    assert.deepEqual(
      spellings.filter((word, i) => spellings.indexOf(word) !== i),
      [],
    );
  });
  it('reads marks that never end as fast as those that do', async () => {
    for (const part of ['<at>', '<at>x', '<at ', '<', '&nbsp;', '<a b']) {
      const text = part.repeat(255_000 / part.length);
      assert.ok((await processorMs(() => plainText(text))) < 1_500, part);
    }
    assert.equal(plainText('<at>Trợ lý thi đua</at>&nbsp;<b>hồ sơ</b>'), 'hồ sơ');
    assert.equal(plainText('<at id="0">Trợ lý</at> hồ  sơ <at>An</at>'), 'hồ sơ');
  });
});
