import assert from 'node:assert/strict';
import fc from 'fast-check';
import { webAddress } from '../../../src/domain/text/web-address.ts';

const link = 'https://sonoivu.khanhhoa.gov.vn/tin/ngay-hoi?id=7';

describe('webAddress', () => {
  for (const [pasted, clean] of [
    [link, link],
    [` ${link} `, link],
    [`${link}.`, link],
    [`${link}…`, link],
    [`(${link})`, link],
    [`<${link}>`, link],
    [`“${link}”,`, link],
    [`Xem tại: ${link} nhé`, link],
    [`[Tin bài](${link})`, link],
    ['h\u200bttps://a\u200d.vn/\ufeffb', 'https://a.vn/b'],
    ['www.khanhhoa.gov.vn', 'https://www.khanhhoa.gov.vn/'],
    ['WWW.khanhhoa.gov.vn/a', 'https://www.khanhhoa.gov.vn/a'],
    ['https://vi.wikipedia.org/wiki/Thi_đua_(khen)', 'https://vi.wikipedia.org/wiki/Thi_%C4%91ua_(khen)'],
    ['https://web.archive.org/web/2026/https://a.vn/', 'https://web.archive.org/web/2026/https://a.vn/'],
    ['https://a.vn/?to=https://b.vn/x', 'https://a.vn/?to=https://b.vn/x'],
    ['http://báo.vn/bài', 'http://xn--bo-mia.vn/b%C3%A0i'],
  ] as const) {
    it(`${JSON.stringify(pasted)} is ${clean}`, () => assert.equal(webAddress(pasted)?.href, clean));
  }

  for (const pasted of [
    '',
    'không có',
    'khanhhoa.gov.vn',
    `${link}${link}`,
    `${link} ${link}`,
    `${link}\n${link}`,
    'https://a.vnwww.b.vn',
    'https://a.vn www.b.vn',
    'javascript:alert("https://a.vn")',
    'data:text/html,https://a.vn',
    'ftp://www.a.vn',
    'lan@www.a.vn',
    'https://user:pass@a.vn/',
    'https://user@a.vn/',
    'https://',
    'https://a',
    'https://.vn',
    `https://a.vn/${'x'.repeat(2_000)}`,
  ]) {
    it(`${JSON.stringify(pasted).slice(0, 60)} is refused`, () => assert.equal(webAddress(pasted), undefined));
  }

  it('is one clean address or none, whatever stands around it', () => {
    const around = fc.stringMatching(/^[ .,;:!?…)\]}'"“”«»\u200b\u2060]{0,8}$/);
    fc.assert(
      fc.property(around, around, fc.webUrl(), (before, after, address) => {
        const found = webAddress(`${before} ${address} ${after}`);
        if (found !== undefined) assert.ok(/^https?:\/\/\S+$/.test(found.href) && !/\p{Cf}/u.test(found.href));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void webAddress(text)));
  });
});
