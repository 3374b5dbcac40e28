import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { EmulatorValidation } from 'botframework-connector';
import { type JWTPayload, UnsecuredJWT } from 'jose';
import { createSigner } from '../support/signer.ts';
import { type Given, openTwoBots, type TwoBots } from '../support/two-bots.ts';

const foreignTenant = randomUUID();

/** The very same request to a bot on the stock SDK and to ours. */
describe('a hole of the SDK in what it takes', function () {
  this.timeout(30_000);
  let two: TwoBots;
  before(async () => {
    two = await openTwoBots();
  });
  after(() => two.close());

  /** The logic of the stock bot runs. */
  const runs: [what: string, given: (two: TwoBots) => Promise<Given>, ours: readonly [number, string]][] = [
    [
      'a token that never expires',
      async ({ channel, claims }) => {
        const { exp: _, ...endless } = claims();
        return { token: await channel.sign(endless) };
      },
      [401, 'UNAUTHORIZED'],
    ],
    [
      'no service address, so that nobody compares it with the token’s',
      async (two) => ({ token: await two.token(), body: two.without('serviceUrl') }),
      [400, 'MALFORMED'],
    ],
    [
      'an empty channel, for which no key is asked to be endorsed',
      async (two) => ({ token: await two.token(), body: { ...two.activity(), channelId: '' } }),
      [400, 'MALFORMED'],
    ],
    [
      'a token of somebody else’s tenant, for any service address',
      async (two) => ({
        token: await two.emulatorToken(foreignTenant),
        body: { ...two.activity(), serviceUrl: 'http://127.0.0.1:9/evil' },
      }),
      [401, 'UNAUTHORIZED'],
    ],
    [
      'a signed address that anybody could rent',
      async (two) => {
        const serviceUrl = 'https://evil.trafficmanager.net/';
        return {
          token: await two.token({ serviceurl: serviceUrl }),
          body: { ...two.activity(), serviceUrl },
        };
      },
      [403, 'FORBIDDEN'],
    ],
    [
      'somebody of another tenant',
      async (two) => ({
        token: await two.token(),
        body: { ...two.activity(), channelData: { tenant: { id: foreignTenant } }, conversation: { id: 'a:x' } },
      }),
      [403, 'FORBIDDEN'],
    ],
    [
      'a tenant in one place and another in the other',
      async (two) => ({
        token: await two.token(),
        body: { ...two.activity(), channelData: { tenant: { id: foreignTenant } } },
      }),
      [403, 'FORBIDDEN'],
    ],
    [
      'a body of a megabyte',
      async (two) => ({
        token: await two.token(),
        body: { ...two.activity(), text: 'x'.repeat(1_000_000) },
      }),
      [413, 'TOO_LARGE'],
    ],
    [
      'lists within lists ten thousand deep',
      async (two) => ({
        token: await two.token(),
        raw: JSON.stringify(two.activity()).replace('{', `{"value":${'['.repeat(10_000)}${']'.repeat(10_000)},`),
      }),
      [400, 'MALFORMED'],
    ],
    [
      'a hundred thousand values',
      async (two) => ({ token: await two.token(), body: { ...two.activity(), value: Array(100_000).fill(0) } }),
      [400, 'MALFORMED'],
    ],
  ];
  for (const [what, given, refused] of runs)
    it(`is open there and closed here: ${what}`, async () => {
      const request = await given(two);
      assert.deepEqual(await two.ran(request), [200, 1]);
      await two.closed(request, refused);
    });

  /** The stock bot takes it for a fault of its own, and tells the caller of it. */
  const faults: [
    what: string,
    given: (two: TwoBots) => Promise<Given>,
    told: RegExp,
    ours: readonly [number, string],
  ][] = [
    [
      'a wrong signature',
      async (two) => ({ token: await (await createSigner('channel')).sign(two.claims()) }),
      /invalid signature/,
      [401, 'UNAUTHORIZED'],
    ],
    ['no signature', async (two) => ({ token: new UnsecuredJWT(two.claims()).encode() }), /./, [401, 'UNAUTHORIZED']],
    [
      'a signature with a secret made of the public key',
      async (two) => ({ token: hmacToken(two.claims(), String(two.channel.jwk.n)) }),
      /./,
      [401, 'UNAUTHORIZED'],
    ],
    [
      'no channel',
      async (two) => ({ token: await two.token(), body: two.without('channelId') }),
      /./,
      [400, 'MALFORMED'],
    ],
    [
      'a channel that is a number',
      async (two) => ({ token: await two.token(), body: { ...two.activity(), channelId: 7 } }),
      /./,
      [400, 'MALFORMED'],
    ],
    [
      'a channel that is a list',
      async (two) => ({ token: await two.token(), body: { ...two.activity(), channelId: ['msteams'] } }),
      /./,
      [400, 'MALFORMED'],
    ],
  ];
  for (const [what, given, told, refused] of faults)
    it(`is told of there, with the error’s own text, and a refusal here: ${what}`, async () => {
      const request = await given(two);
      const before = two.stock.runs();
      const answer = await two.opened(request);
      assert.ok(answer.status >= 400 && told.test(answer.text), JSON.stringify(answer));
      assert.equal(two.stock.runs(), before);
      await two.closed(request, refused);
    });
  it('is open in neither, as long as nobody lets skills in there: a token of another bot', async () => {
    const token = await two.emulatorToken(foreignTenant, '6f1c2f4e-0b1f-4d53-9a51-0d6f5b1b7a11');
    assert.deepEqual(await two.ran({ token }), [401, 0]);
    await two.closed({ token }, [401, 'UNAUTHORIZED']);
  });
  it('is open there and closed here: twenty megabytes packed into twenty thousand bytes, of a stranger', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const raw = gzipSync(JSON.stringify({ ...two.activity(), text: ' '.repeat(20_000_000) }));
    assert.ok(raw.byteLength < 25_000);
    await two.opened({ raw, headers });
    assert.ok(two.stock.longestText() >= 20_000_000);
    await two.closed({ raw, headers }, [415, 'CONTENT_ENCODING']);
  });
  it('is open there and closed here: a megabyte of a stranger is read before anybody asks who it is', async () => {
    const body = { ...two.activity(), text: 'x'.repeat(1_000_000) };
    assert.equal((await two.opened({ body })).status, 401);
    assert.ok(two.stock.longestText() >= 1_000_000);
    await two.closed({ body }, [401, 'UNAUTHORIZED']);
  });
  it('is open there and closed here: each token of nobody makes a list of the process longer, for ever', async () => {
    const { issuer: known } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
    assert.ok(Array.isArray(known));
    const junk = (): string => {
      const parts = [
        { alg: 'RS256', kid: 'x' },
        { iss: 'https://evil.example', tid: randomUUID() },
      ];
      return [...parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')), 'c2ln'].join('.');
    };
    const before = known.length;
    for (let i = 0; i < 50; i += 1) await two.opened({ token: junk() });
    assert.equal(known.length - before, 200);
    for (let i = 0; i < 50; i += 1) await two.closed({ token: junk() }, [401, 'UNAUTHORIZED']);
    assert.equal(known.length - before, 200);
  });
});

/** As one is made by whoever takes the public key for a shared secret. */
function hmacToken(claims: JWTPayload, secret: string): string {
  const head = [{ alg: 'HS256', kid: 'channel' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return [...head, createHmac('sha256', secret).update(head.join('.')).digest('base64url')].join('.');
}
