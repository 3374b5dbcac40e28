import assert from 'node:assert/strict';
import { type CryptoKey, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import sinon from 'sinon';
import type { SigningKey } from '../../../src/adapters/teams/signing-keys.ts';
import { createTokenCheck, type TokenCheck } from '../../../src/adapters/teams/token-check.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { createSigner, type Signer } from '../../support/signer.ts';

const issuer = 'https://api.botframework.com';
const serviceUrl = 'https://smba.trafficmanager.net/apac/';
const claimed = { channelId: 'msteams', serviceUrl };
const start = Date.parse('2026-11-20T08:00:00+07:00');
const seconds = start / 1_000;
const good: JWTPayload = { iss: issuer, aud: 'app', serviceurl: serviceUrl, nbf: seconds, exp: seconds + 3_600 };

describe('token check', () => {
  let signer: Signer;
  let foreign: Signer;
  let skype: Signer;
  let unendorsed: Signer;
  let find: sinon.SinonSpy<[string], Promise<SigningKey | undefined>>;
  let check: TokenCheck;
  let now: number;
  let known: Map<unknown, SigningKey>;

  before(async () => {
    signer = await createSigner('good');
    foreign = await createSigner('good');
    skype = await createSigner('skype', ['skypeforbusiness']);
    unendorsed = await createSigner('unendorsed', []);
  });
  beforeEach(async () => {
    now = start;
    known = new Map();
    for (const { jwk } of [signer, skype, unendorsed]) {
      const key = (await importJWK(jwk, 'RS256')) as CryptoKey;
      known.set(jwk.kid, { key, endorsements: jwk.endorsements as string[] });
    }
    find = sinon.spy(async (kid: string) => known.get(kid));
    check = createTokenCheck({ keys: { find }, issuer, audience: 'app', now: () => now, remembered: 3 });
  });

  const bearer = async (token: string | Promise<string>): Promise<string> => `Bearer ${await token}`;
  const changed = (claims: Partial<JWTPayload>) => () => signer.sign({ ...good, ...claims });
  const without = (name: string) => () => signer.sign({ ...good, [name]: undefined });

  it('takes a token of the channel service for this bot', async () => {
    assert.equal((await check(await bearer(signer.sign(good)), claimed)).aud, 'app');
  });
  it('takes one whose key says of no channel that it may speak for it, as the SDK does', async () => {
    await check(await bearer(unendorsed.sign(good)), claimed);
  });
  it('forgives five minutes between two clocks', async () => {
    await check(await bearer(changed({ exp: seconds - 299 })()), claimed);
    await check(await bearer(changed({ nbf: seconds + 299 })()), claimed);
  });

  const refusals: [what: string, token: () => string | Promise<string>][] = [
    ['another issuer', changed({ iss: 'https://sts.windows.net/x/' })],
    ['no issuer', without('iss')],
    ['another bot’s audience', changed({ aud: 'other' })],
    ['no audience', without('aud')],
    ['an expired one', changed({ exp: seconds - 301 })],
    ['one that never expires', without('exp')],
    ['one of the future', changed({ nbf: seconds + 301 })],
    ['another service address', changed({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
    ['no service address', without('serviceurl')],
    ['an unknown key', () => signer.sign(good, { kid: 'unknown' })],
    ['no key named', () => signer.sign(good, { kid: undefined } as object)],
    ['a wrong signature', () => foreign.sign(good)],
    ['a key that may not speak for Teams', () => skype.sign(good)],
    ['no signature', () => new UnsecuredJWT(good).encode()],
    [
      'a shared secret made of the public key',
      () =>
        new SignJWT(good)
          .setProtectedHeader({ alg: 'HS256', kid: 'good' })
          .sign(new TextEncoder().encode(String(signer.jwk.n))),
    ],
    ['junk', () => 'a.b.c'],
    ['nothing', () => ''],
  ];
  for (const [what, token] of refusals) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(
        check(await bearer(token()), claimed),
        (error: unknown) => error instanceof CodedError && error.code === 'TOKEN_REFUSED',
      );
    });
  }
  it('refuses another scheme', async () => {
    const token = await signer.sign(good);
    await assert.rejects(check(`Basic ${token}`, claimed), CodedError);
    await assert.rejects(check(token, claimed), CodedError);
  });

  it('validates a token once', async () => {
    const header = await bearer(signer.sign(good));
    for (let i = 0; i < 5; i += 1) await check(header, claimed);
    assert.equal(find.callCount, 1);
  });
  it('compares the service address and the channel of each request with the remembered token', async () => {
    const header = await bearer(signer.sign(good));
    await check(header, claimed);
    await assert.rejects(
      check(header, { ...claimed, serviceUrl: 'https://smba.trafficmanager.net/emea/' }),
      CodedError,
    );
    await assert.rejects(check(header, { ...claimed, channelId: 'directline' }), CodedError);
    assert.equal(find.callCount, 1);
  });
  it('forgets a token when it expires', async () => {
    const header = await bearer(signer.sign(good));
    await check(header, claimed);
    now += 3_600_000 + 301_000;
    await assert.rejects(check(header, claimed), CodedError);
  });
  it('remembers one that is valid for years for a day, and then looks whether its key still is', async () => {
    const day = 24 * 3_600_000;
    const header = await bearer(changed({ exp: seconds + 365 * 24 * 3_600 })());
    await check(header, claimed);
    now = start + day - 1;
    await check(header, claimed);
    assert.equal(find.callCount, 1);
    now = start + day;
    await check(header, claimed);
    assert.equal(find.callCount, 2, 'of the service’s own, however long it is valid');
    known.delete('good');
    now += day;
    await assert.rejects(check(header, claimed), CodedError);
  });
  it('remembers so many and forgets the oldest', async () => {
    const headers = await Promise.all([1, 2, 3, 4].map((jti) => bearer(signer.sign({ ...good, jti: String(jti) }))));
    for (const header of headers) await check(header, claimed);
    const [oldest = '', next = ''] = headers;
    await check(next, claimed);
    assert.equal(find.callCount, 4);
    await check(oldest, claimed);
    assert.equal(find.callCount, 5);
  });
  it('remembers none that it refused', async () => {
    const header = await bearer(foreign.sign(good));
    for (let i = 0; i < 2; i += 1) await assert.rejects(check(header, claimed), CodedError);
    assert.equal(find.callCount, 2);
  });
});
