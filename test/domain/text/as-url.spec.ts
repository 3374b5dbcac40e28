import assert from 'node:assert/strict';
import { asUrl } from '../../../src/domain/text/as-url.ts';

describe('asUrl', () => {
  it('is what the text says, and undefined for what is no address', () => {
    assert.equal(asUrl('https://a.vn/x')?.host, 'a.vn');
    assert.equal(asUrl('x?y', 'https://a.vn/')?.href, 'https://a.vn/x?y');
    for (const text of ['', 'a.vn', 'https://', 'http://a b.vn']) assert.equal(asUrl(text), undefined, text);
  });
  it('says the same after any number of calls, of whatever letters', () => {
    const texts = ['https://a.vn/x', 'https://vi.wikipedia.org/wiki/Cần_Thơ', 'https://chuyểnđổisố.vn'];
    for (let n = 0; n < 20_000; n++)
      for (const text of texts) if (asUrl(text) === undefined) assert.fail(`${text}, ${n}`);
  });
});
