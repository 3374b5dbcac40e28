import assert from 'node:assert/strict';
import { type GateRules, gate, isTrustedHost, mayBeSigned } from '../../src/bot/gate.ts';

const token = (claims: object): string =>
  `Bearer eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
const good = { iss: 'https://api.botframework.com', exp: 1_800_000_000 };
const body = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/apac/',
  channelData: { tenant: { id: 'home' } },
};
const rules = { local: false, tenantId: 'home', issuer: good.iss, loopback: false };

const judged = (
  of: GateRules,
  { authorization, body }: { authorization: string | undefined; body: unknown },
): string => (mayBeSigned(of, authorization) ? gate(of, body) : 'unauthorized');

describe('gate: what the SDK would let through', () => {
  const cases: [what: string, request: { authorization: string | undefined; body: unknown }, expected: string][] = [
    ['a Teams token', { authorization: token(good), body }, 'pass'],
    [
      'the tenant in capitals',
      { authorization: token(good), body: { ...body, channelData: { tenant: { id: 'HOME' } } } },
      'pass',
    ],
    ['no token', { authorization: undefined, body }, 'unauthorized'],
    [
      'an emulator token',
      { authorization: token({ ...good, iss: 'https://sts.windows.net/x/' }), body },
      'unauthorized',
    ],
    ['a token that never expires', { authorization: token({ iss: good.iss }), body }, 'unauthorized'],
    ['junk', { authorization: 'Bearer a.b.c', body }, 'unauthorized'],
    ['no type', { authorization: token(good), body: { ...body, type: undefined } }, 'malformed'],
    ['an empty channel', { authorization: token(good), body: { ...body, channelId: '' } }, 'malformed'],
    ['no service address', { authorization: token(good), body: { ...body, serviceUrl: undefined } }, 'malformed'],
    [
      'a foreign tenant',
      { authorization: token(good), body: { ...body, channelData: { tenant: { id: 'other' } } } },
      'forbidden',
    ],
    [
      'two tenants, whichever of them is ours',
      { authorization: token(good), body: { ...body, conversation: { tenantId: 'other' } } },
      'forbidden',
    ],
    [
      'our tenant twice, in other letters',
      { authorization: token(good), body: { ...body, conversation: { tenantId: 'Home' } } },
      'pass',
    ],
    [
      'the tenant of the conversation alone',
      { authorization: token(good), body: { ...body, channelData: {}, conversation: { tenantId: 'home' } } },
      'pass',
    ],
    [
      'another port of the host',
      { authorization: token(good), body: { ...body, serviceUrl: 'https://smba.trafficmanager.net:8443/' } },
      'forbidden',
    ],
    [
      'a name and a password in the address',
      { authorization: token(good), body: { ...body, serviceUrl: 'https://a:b@smba.trafficmanager.net/' } },
      'forbidden',
    ],
    ['no tenant', { authorization: token(good), body: { ...body, channelData: {} } }, 'forbidden'],
    [
      'a look-alike host',
      { authorization: token(good), body: { ...body, serviceUrl: 'https://evil.trafficmanager.net/' } },
      'forbidden',
    ],
    [
      'a loopback service outside local mode',
      { authorization: token(good), body: { ...body, serviceUrl: 'http://127.0.0.1:9/' } },
      'forbidden',
    ],
    ['no body', { authorization: token(good), body: undefined }, 'malformed'],
  ];
  for (const [what, request, expected] of cases) {
    it(`${what} → ${expected}`, () => assert.equal(judged(rules, request), expected));
  }

  it('local mode takes no token and talks to loopback only', () => {
    const local = { local: true, tenantId: '', issuer: '', loopback: false };
    assert.equal(
      judged(local, { authorization: undefined, body: { ...body, serviceUrl: 'http://127.0.0.1:3979/connector/' } }),
      'pass',
    );
    assert.equal(judged(local, { authorization: undefined, body }), 'forbidden');
    assert.equal(isTrustedHost(new URL('http://127.0.0.1.evil.example/'), local), false);
  });

  it('a bot whose keys lie on this machine speaks to services there as well', () => {
    const own = { ...rules, loopback: true };
    const here = { ...body, serviceUrl: 'http://127.0.0.1:3979/connector/' };
    assert.equal(judged(own, { authorization: token(good), body: here }), 'pass');
    assert.equal(judged(own, { authorization: token(good), body }), 'pass');
    assert.equal(judged(own, { authorization: undefined, body: here }), 'unauthorized');
  });
});
