import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createLinks } from '../../../src/adapters/links/sealed-links.ts';

const grant = {
  owner: 'annual-2026:person:1',
  sha256: 'ab'.repeat(32),
  name: 'Báo cáo “quý” III.pdf',
  mediaType: 'application/pdf',
};
const start = Date.UTC(2026, 10, 30, 16);
const TEN_MINUTES = 600_000;

const keyOf = (words: string): Uint8Array => createHash('sha256').update(words).digest();

function setUp(key: Uint8Array = keyOf('a key')) {
  const time = { now: start };
  const links = createLinks({ key, publicUrl: () => 'https://thidua.example.gov.vn/', now: () => time.now });
  const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
  return { links, time, token: tokenOf(links.mint(grant)) };
}

describe('createLinks', () => {
  it('opens what it minted', () => {
    const { links, token } = setUp();
    assert.deepEqual(links.open(token), grant);
  });

  it('gives an address that needs no escaping', () => {
    assert.match(setUp().links.mint(grant), /^https:\/\/thidua\.example\.gov\.vn\/files\/[\w-]+$/);
  });

  it('asks for the public address at each link', () => {
    let url = '';
    const links = createLinks({ key: keyOf('s'), publicUrl: () => url, now: () => start });
    url = 'http://127.0.0.1:3978';
    assert.ok(links.mint(grant).startsWith('http://127.0.0.1:3978/files/'));
  });

  it('opens until the last millisecond of ten minutes', () => {
    const { links, time, token } = setUp();
    time.now = start + TEN_MINUTES - 1;
    assert.deepEqual(links.open(token), grant);
    time.now = start + TEN_MINUTES;
    assert.equal(links.open(token), undefined);
  });

  it('refuses a link of another key, and opens those of the same', () => {
    assert.equal(setUp(keyOf('another key')).links.open(setUp().token), undefined);
    assert.deepEqual(setUp().links.open(setUp().token), grant);
  });

  it('tells nothing of what it opens', () => {
    const bytes = Buffer.from(setUp().token, 'base64url').toString('latin1');
    for (const part of [grant.owner, grant.sha256, grant.mediaType]) assert.ok(!bytes.includes(part), part);
    assert.notEqual(setUp().token, setUp().token);
  });

  it('refuses a token with any one character altered', () => {
    const { links, token } = setUp();
    for (let i = 0; i < token.length; i++) {
      const altered = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`;
      assert.equal(links.open(altered), undefined, `character ${i}`);
    }
  });

  it('refuses another spelling of the same bytes', () => {
    const { links, token } = setUp();
    for (const spelling of [`${token}=`, `${token} `, `${token}\n`, `${token}.more`])
      assert.equal(links.open(spelling), undefined);
  });

  for (const junk of ['', '.', 'a', 'a.b', 'a.b.c', '..', 'ộ.ộ', '\0'])
    it(`refuses ${JSON.stringify(junk)}`, () => assert.equal(setUp().links.open(junk), undefined));
});
