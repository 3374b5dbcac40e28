import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createLinks } from '../../../src/adapters/links/signed-links.ts';

const grant = {
  owner: 'annual-2026:person:1',
  sha256: 'ab'.repeat(32),
  name: 'Báo cáo “quý” III.pdf',
  mediaType: 'application/pdf',
};
const start = Date.UTC(2026, 10, 30, 16);
const TEN_MINUTES = 600_000;

function setUp(secret: string | Uint8Array = 'a secret') {
  const time = { now: start };
  const links = createLinks({ secret, publicUrl: () => 'https://thidua.example.gov.vn/', now: () => time.now });
  const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
  return { links, time, token: tokenOf(links.mint(grant)) };
}

describe('createLinks', () => {
  it('opens what it minted', () => {
    const { links, token } = setUp();
    assert.deepEqual(links.open(token), grant);
  });

  it('gives an address that needs no escaping', () => {
    assert.match(setUp().links.mint(grant), /^https:\/\/thidua\.example\.gov\.vn\/files\/[\w-]+\.[\w-]+$/);
  });

  it('asks for the public address at each link', () => {
    let url = '';
    const links = createLinks({ secret: 's', publicUrl: () => url, now: () => start });
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

  it('refuses a link of another secret', () => {
    assert.equal(setUp('another secret').links.open(setUp().token), undefined);
    assert.deepEqual(setUp(Buffer.from('a secret')).links.open(setUp().token), grant);
  });

  it('refuses a payload whose time or owner was altered', () => {
    const { links, token } = setUp();
    const [payload = '', signature] = token.split('.');
    const content = JSON.parse(Buffer.from(payload, 'base64url').toString());
    for (const change of [{ until: start * 2 }, { owner: 'annual-2026:person:2' }, {}]) {
      const text = Buffer.from(JSON.stringify({ ...content, ...change })).toString('base64url');
      assert.deepEqual(links.open(`${text}.${signature}`), Object.keys(change).length === 0 ? grant : undefined);
    }
  });

  it('refuses a token with any one character altered', () => {
    const { links, token } = setUp();
    for (let i = 0; i < token.length; i++) {
      const altered = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`;
      assert.equal(links.open(altered), undefined, `character ${i}`);
    }
  });

  it('refuses a signature that is another spelling of the same bytes', () => {
    const { links, token } = setUp();
    assert.equal(links.open(`${token}=`), undefined);
  });

  it('refuses a signature made with a hash of no secret', () => {
    const { links, token } = setUp();
    const [payload = ''] = token.split('.');
    const forged = createHmac('sha256', '').update(payload).digest('base64url');
    assert.equal(links.open(`${payload}.${forged}`), undefined);
  });

  for (const junk of ['', '.', 'a', 'a.b', 'a.b.c', '..', 'ộ.ộ', '\0'])
    it(`refuses ${JSON.stringify(junk)}`, () => assert.equal(setUp().links.open(junk), undefined));

  it('refuses parts after the signature', () => {
    const { links, token } = setUp();
    assert.equal(links.open(`${token}.more`), undefined);
  });
});
