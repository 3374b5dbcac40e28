import assert from 'node:assert/strict';
import { listOf, readConfig } from '../src/config.ts';
import { CodedError } from '../src/domain/errors.ts';

const full = {
  MicrosoftAppId: 'app',
  MicrosoftAppTenantId: 'tenant',
  MicrosoftAppPassword: 'secret',
  PUBLIC_URL: 'https://thidua.example.gov.vn',
  HOST: '0.0.0.0',
};

/** The services that stand for Microsoft's, on this machine. */
const own = {
  HOST: '127.0.0.1',
  ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/openid',
  ToChannelFromBotLoginUrl: 'http://127.0.0.1:9/tenant',
};

describe('readConfig', () => {
  it('needs nothing: local mode on the loopback address', () => {
    const config = readConfig({});
    assert.deepEqual([config.local, config.HOST, config.PORT], [true, '127.0.0.1', 3978]);
  });
  it('an app id leaves local mode', () => assert.equal(readConfig(full).local, false));

  const wrong: [what: string, env: Record<string, string>, names: RegExp][] = [
    ['a port that is none', { PORT: 'abc' }, /PORT: got "abc"/],
    ['the world in local mode', { HOST: '0.0.0.0' }, /HOST: got "0.0.0.0".*127\.0\.0\.1/],
    ['a moved clock in production', { ...full, NOW: '2026-11-01T00:00:00Z' }, /NOW: got .*local mode/],
    ['no tenant', { ...full, MicrosoftAppTenantId: '' }, /MicrosoftAppTenantId: got nothing/],
    ['no password', { ...full, MicrosoftAppPassword: '' }, /MicrosoftAppPassword: got nothing/],
    ['no public address', { ...full, PUBLIC_URL: '' }, /PUBLIC_URL: got nothing/],
    [
      'plain http to a service elsewhere',
      { ...full, ToChannelFromBotLoginUrl: 'http://login.example/' },
      /ToChannelFromBotLoginUrl: got "http:\/\/login.example\/"; https/,
    ],
    [
      'keys on this machine for a bot that the world reaches',
      { ...full, ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/' },
      /ToBotFromChannelOpenIdMetadataUrl: got .*only if HOST/,
    ],
    [
      'a login on this machine with keys elsewhere',
      { ...full, HOST: '127.0.0.1', ToChannelFromBotLoginUrl: 'https://127.0.0.1:9/' },
      /ToChannelFromBotLoginUrl: got .*only if HOST and ToBotFromChannelOpenIdMetadataUrl/,
    ],
    [
      'a login on this machine for a managed identity',
      { ...full, ...own, MicrosoftAppType: 'UserAssignedMsi' },
      /ToChannelFromBotLoginUrl: got .*SingleTenant/,
    ],
    ['an address that is none', { ...full, OAuthUrl: 'here' }, /OAuthUrl: got "here"/],
    [
      'services without a credential',
      { ToBotFromChannelTokenIssuer: 'https://api.example' },
      /ToBotFromChannelTokenIssuer: got .*only with MicrosoftAppId/,
    ],
    ['an unknown type', { ...full, MicrosoftAppType: 'MultiTenant' }, /MicrosoftAppType: got "MultiTenant"/],
  ];
  for (const [what, env, names] of wrong) {
    it(`refuses ${what}, naming the variable and what it got`, () => {
      assert.throws(
        () => readConfig(env),
        (error) =>
          error instanceof CodedError && error.code === 'CONFIG_INVALID' && names.test(String(error.facts.problems)),
      );
    });
  }
  it('takes services on this machine only when both ends of it are there', () => {
    const { loopback, isPlainLogin } = readConfig({ ...full, ...own });
    assert.deepEqual([loopback, isPlainLogin], [true, true]);
    const usual = readConfig(full);
    assert.deepEqual([usual.loopback, usual.isPlainLogin], [false, false]);
  });
  it('takes the tenant in any case: identities are kept under one spelling', () => {
    assert.equal(readConfig({ MicrosoftAppTenantId: 'A1B2' }).MicrosoftAppTenantId, 'a1b2');
  });
  it('never shows a secret', () => {
    assert.throws(
      () => readConfig({ ...full, PORT: '-1' }),
      (error) => error instanceof CodedError && !String(error.facts.problems).includes('secret'),
    );
  });
  it('reads lists by commas or spaces', () => assert.deepEqual(listOf(' a, b  c,'), ['a', 'b', 'c']));
});
