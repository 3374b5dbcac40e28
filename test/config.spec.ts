import assert from 'node:assert/strict';
import { readConfig } from '../src/config.ts';
import { listOf } from '../src/config-checks.ts';
import { CodedError } from '../src/domain/errors.ts';

const full = {
  MicrosoftAppId: 'app',
  MicrosoftAppTenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  MicrosoftAppPassword: 'secret',
  PUBLIC_URL: 'https://thidua.example.gov.vn',
  HOST: '0.0.0.0',
};

/** What several machines have to share. */
const shared = {
  COSMOS_ENDPOINT: 'https://thidua.documents.azure.com/',
  BLOB_URL: 'https://thidua.blob.core.windows.net/',
  LINK_KEY: 'A'.repeat(43),
};

/** The services that stand for Microsoft's, on this machine. */
const own = {
  HOST: '127.0.0.1',
  ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/openid',
  ToChannelFromBotLoginUrl: 'http://127.0.0.1:9/tenant',
};

const government = {
  ...full,
  ToBotFromChannelTokenIssuer: 'https://api.botframework.us',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.us/',
  ToChannelFromBotOAuthScope: 'https://api.botframework.us',
};
function without(env: Record<string, string>, name: string): Record<string, string> {
  const { [name]: _, ...rest } = env;
  return rest;
}

describe('readConfig', () => {
  it('needs nothing: local mode on the loopback address', () => {
    const config = readConfig({});
    assert.deepEqual([config.local, config.HOST, config.PORT], [true, '127.0.0.1', 3978]);
  });
  it('takes an account with or without a key, and one on this machine with a key', () => {
    const endpoint = 'https://thidua.documents.azure.com:443/';
    assert.equal(readConfig({ ...shared, COSMOS_ENDPOINT: endpoint }).COSMOS_ENDPOINT, endpoint);
    const own = readConfig({ COSMOS_ENDPOINT: 'http://127.0.0.1:9', COSMOS_KEY: 'a', COSMOS_DATABASE: 'thidua-2' });
    assert.deepEqual([own.COSMOS_KEY, own.COSMOS_DATABASE], ['a', 'thidua-2']);
  });
  it('another cloud is chosen by its issuer, with what belongs to it; a managed identity logs in nowhere', () => {
    assert.equal(readConfig(government).ToBotFromChannelTokenIssuer, 'https://api.botframework.us');
    const msi = { ...without(government, 'MicrosoftAppPassword'), MicrosoftAppType: 'UserAssignedMsi' };
    readConfig(without(msi, 'ToChannelFromBotLoginUrl'));
  });
  it('services on this machine have what issuer they like', () => {
    readConfig({ ...full, ...own, ToBotFromChannelTokenIssuer: 'https://own.example' });
  });
  it('takes what several machines share, in its forms', () => {
    const { BLOB_URL: _, ...without } = shared;
    const connection = 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a';
    assert.equal(readConfig({ ...without, BLOB_CONNECTION_STRING: connection }).BLOB_CONNECTION_STRING, connection);
    const { LINK_KEY, ...keyless } = shared;
    assert.equal(readConfig({ ...keyless, SECRETS_DIR: '/mnt/keys' }).SECRETS_DIR, '/mnt/keys');
    const bothHere = { COSMOS_ENDPOINT: 'http://127.0.0.1:9', COSMOS_KEY: 'a', BLOB_CONNECTION_STRING: 'a' };
    assert.equal(readConfig(bothHere).COSMOS_DATABASE, 'thidua');
    assert.equal(readConfig({ LINK_KEY }).LINK_KEY, LINK_KEY);
  });
  it('an app id leaves local mode', () => assert.equal(readConfig(full).local, false));

  const wrong: [what: string, env: Record<string, string>, names: RegExp][] = [
    ['a port that is none', { PORT: 'abc' }, /PORT: got "abc"/],
    ['the world in local mode', { HOST: '0.0.0.0' }, /HOST: got "0.0.0.0".*127\.0\.0\.1/],
    ['a moved clock in production', { ...full, NOW: '2026-11-01T00:00:00Z' }, /NOW: got .*local mode/],
    ['no tenant', { ...full, MicrosoftAppTenantId: '' }, /MicrosoftAppTenantId: got nothing/],
    ['no password', { ...full, MicrosoftAppPassword: '' }, /MicrosoftAppPassword: got nothing/],
    ['a key of no account', { COSMOS_KEY: 'a' }, /COSMOS_KEY: got a value \(not shown\); only with COSMOS_ENDPOINT/],
    ['a database of no account', { COSMOS_DATABASE: 'a' }, /COSMOS_DATABASE: got "a"; only with COSMOS_ENDPOINT/],
    [
      'a database with a slash in its name',
      { COSMOS_ENDPOINT: 'https://a.documents.azure.com', COSMOS_DATABASE: 'a/b' },
      /COSMOS_DATABASE: got "a\/b"; letters, digits/,
    ],
    ['an account on this machine and no key', { COSMOS_ENDPOINT: 'http://127.0.0.1:9' }, /COSMOS_KEY: got nothing/],
    ...[
      'http://a.documents.azure.com/',
      'https://a.documents.azure.com/dbs/thidua',
      'https://who:word@a.documents.azure.com/',
      'https://a.documents.azure.com/?a=1',
      'AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=x;',
    ].map((url): [string, Record<string, string>, RegExp] => [
      `the account ${url}`,
      { COSMOS_ENDPOINT: url },
      /COSMOS_ENDPOINT: got "/,
    ]),
    [
      'files of one machine for several',
      { ...shared, BLOB_URL: '' },
      /BLOB_URL: got nothing; required with COSMOS_END/,
    ],
    [
      'keys of one machine for several',
      { ...shared, LINK_KEY: '' },
      /KEY_VAULT_URL: got nothing; required with COSMOS_END/,
    ],
    [
      'two accounts for the files',
      { ...shared, BLOB_CONNECTION_STRING: 'hush' },
      /BLOB_CONNECTION_STRING: got a value \(not shown\); only without BLOB_URL/,
    ],
    ...(['BLOB_URL', 'BLOB_CONNECTION_STRING'] as const).map((name): [string, Record<string, string>, RegExp] => [
      `${name} for documents that are on this machine`,
      { [name]: 'https://a.blob.core.windows.net/' },
      new RegExp(`${name}: got .*only with COSMOS_ENDPOINT`),
    ]),
    ...[
      'http://a.blob.core.windows.net/',
      'https://a.blob.core.windows.net/files',
      'https://a.blob.core.windows.net/?sv=1&sig=a',
      'http://127.0.0.1:10000/devstoreaccount1',
      'https://127.0.0.1/',
    ].map((url): [string, Record<string, string>, RegExp] => [
      `files at ${url}`,
      { ...shared, BLOB_URL: url },
      /BLOB_URL: got ".*the account alone/,
    ]),
    ['a vault without https', { KEY_VAULT_URL: 'http://a.vault.azure.net/' }, /KEY_VAULT_URL: got "http/],
    [
      'a secret of a vault',
      { KEY_VAULT_URL: 'https://a.vault.azure.net/secrets/x' },
      /KEY_VAULT_URL: got "https.*the vault alone/,
    ],
    [
      'keys in two places',
      { KEY_VAULT_URL: 'https://a.vault.azure.net/', SECRETS_DIR: '/mnt/keys' },
      /SECRETS_DIR: got ".*only without KEY_VAULT_URL/,
    ],
    ['a key of links that is none', { LINK_KEY: 'hush' }, /LINK_KEY: got a value \(not shown\); 32 random bytes/],
    [
      'keys among the data',
      { DATA_DIR: '/srv/data', SECRETS_DIR: '/srv/data/keys' },
      /SECRETS_DIR: got ".*not in DATA/,
    ],
    ['keys in the data folder itself', { DATA_DIR: '/srv', SECRETS_DIR: '/srv/' }, /SECRETS_DIR: got ".*not in DATA/],
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
    [
      'an issuer of no cloud',
      { ...full, ToBotFromChannelTokenIssuer: 'https://api.botframework.com/' },
      /ToBotFromChannelTokenIssuer: got .*one of https:\/\/api\.botframework\.com https:/,
    ],
    ...(['ToBotFromChannelOpenIdMetadataUrl', 'ToChannelFromBotLoginUrl', 'ToChannelFromBotOAuthScope'] as const).map(
      (name): [string, Record<string, string>, RegExp] => [
        `a cloud without its ${name}`,
        without(government, name),
        new RegExp(`^${name}: got nothing; required with this ToBotFromChannelTokenIssuer[^\\n]*$`),
      ],
    ),
    ['an address that is none', { ...full, OAuthUrl: 'here' }, /OAuthUrl: got "here"/],
    [
      'services without a credential',
      { ToBotFromChannelTokenIssuer: 'https://api.example' },
      /ToBotFromChannelTokenIssuer: got .*only with MicrosoftAppId/,
    ],
    ...['common', 'organizations', 'consumers', 'contoso.onmicrosoft.com', '{72f988bf}'].map(
      (tenant): [string, Record<string, string>, RegExp] => [
        `the tenant ${tenant}`,
        { ...full, MicrosoftAppTenantId: tenant },
        /MicrosoftAppTenantId: got "[^"]+"; the one tenant of your people/,
      ],
    ),
    ...[
      'javascript:alert(1)',
      'ftp://a.vn',
      'http://thidua.example.gov.vn',
      'https://who:word@thidua.example.gov.vn',
      'https://thidua.example.gov.vn/?a=1',
      'https://thidua.example.gov.vn/#a',
      'thidua.example.gov.vn',
    ].map((url): [string, Record<string, string>, RegExp] => [
      `the public address ${url}`,
      { ...full, PUBLIC_URL: url },
      /PUBLIC_URL: got "/,
    ]),
    ...[
      '*',
      '*.sharepoint.com',
      'https://contoso.sharepoint.com',
      'contoso.sharepoint.com:8443',
      'contoso',
      '10.0.0.1',
      '127.0.0.1',
      'contoso.sharepoint.com/sites',
      'contoso.sharepoint.com, *',
    ].map((hosts): [string, Record<string, string>, RegExp] => [
      `files from ${hosts}`,
      { ...full, ATTACHMENT_HOSTS: hosts },
      /ATTACHMENT_HOSTS: got ".*whole host names/,
    ]),
    ...['a/b', 'x?y', 'người', 'a'.repeat(65)].map((id): [string, Record<string, string>, RegExp] => [
      `somebody of the office called ${id}`,
      { OFFICE_ADMINS: `9e6c56ae-def0-4cf7-8a94-afa8e8f2d8b0, ${id}` },
      /OFFICE_ADMINS: got ".*object ids of Entra/,
    ]),
    // Meant for production, and without the one variable that leads there.
    ...(['MicrosoftAppTenantId', 'MicrosoftAppPassword', 'PUBLIC_URL'] as const).map(
      (name): [string, Record<string, string>, RegExp] => [
        `${name} without MicrosoftAppId`,
        { [name]: full[name] },
        new RegExp(`${name}: got .*without`),
      ],
    ),
    [
      'a type without MicrosoftAppId',
      { MicrosoftAppType: 'SingleTenant' },
      /MicrosoftAppType: got "SingleTenant"; only with MicrosoftAppId/,
    ],
    ...['MicrosoftAppID', 'MICROSOFT_APP_ID', 'microsoftAppId', 'MicrosoftApp_Password', 'MicrosoftAppld'].map(
      (name): [string, Record<string, string>, RegExp] => [
        `${name}, which nobody reads`,
        { [name]: 'app' },
        new RegExp(`${name}: got .*did you mean MicrosoftApp`),
      ],
    ),
    ['oauthurl, which nobody reads', { ...full, OAUTH_URL: 'https://a.vn' }, /OAUTH_URL: got .*did you mean OAuthUrl/],
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
    const { MicrosoftAppTenantId } = full;
    const shouted = readConfig({ ...full, MicrosoftAppTenantId: MicrosoftAppTenantId.toUpperCase() });
    assert.equal(shouted.MicrosoftAppTenantId, MicrosoftAppTenantId);
  });
  it('takes what a centre needs', () => {
    const hosts = 'contoso.sharepoint.com contoso-my.sharepoint.com';
    for (const PUBLIC_URL of ['https://thidua.gov.vn', 'https://thidua.gov.vn:8443/bot/'])
      assert.equal(readConfig({ ...full, PUBLIC_URL, ATTACHMENT_HOSTS: hosts }).PUBLIC_URL, PUBLIC_URL);
    const here = { PUBLIC_URL: 'http://127.0.0.1:3978', ATTACHMENT_HOSTS: '127.0.0.1:3979' };
    assert.equal(readConfig(here).local, true);
    assert.equal(readConfig({ PATH: '/bin', HOSTNAME: 'x', MICROSOFT: 'y' }).MicrosoftAppType, 'SingleTenant');
  });
  it('keeps keys beside the data and not among them, unless told where', () => {
    assert.match(readConfig({ DATA_DIR: '/srv/thidua/' }).SECRETS_DIR, /[\\/]srv[\\/]thidua-secrets$/);
    assert.equal(readConfig({ SECRETS_DIR: '/run/keys' }).SECRETS_DIR, '/run/keys');
  });
  it('never shows a secret', () => {
    assert.throws(
      () => readConfig({ MicrosoftAppPassword: 'hush', MICROSOFT_APP_PASSWORD: 'hush' }),
      (error) => error instanceof CodedError && !String(error.facts.problems).includes('hush'),
    );
    assert.throws(
      () => readConfig({ ...full, PORT: '-1' }),
      (error) => error instanceof CodedError && !String(error.facts.problems).includes('secret'),
    );
  });
  it('reads lists by commas or spaces', () => assert.deepEqual(listOf(' a, b  c,'), ['a', 'b', 'c']));
  it('takes the app’s id in the catalog where there is a Graph that installs apps, and nothing else for it', () => {
    const TEAMS_CATALOG_APP_ID = 'B1C5353A-7ACA-41B3-830F-27D5218FE0E5';
    assert.equal(
      readConfig({ ...full, TEAMS_CATALOG_APP_ID }).TEAMS_CATALOG_APP_ID,
      TEAMS_CATALOG_APP_ID.toLowerCase(),
    );
    assert.ok(readConfig({ ...government, TEAMS_CATALOG_APP_ID }));
    assert.equal(readConfig({ ...full, TEAMS_CATALOG_APP_ID: '' }).TEAMS_CATALOG_APP_ID, undefined);
    const china = {
      ...government,
      ToBotFromChannelTokenIssuer: 'https://api.botframework.azure.cn',
      TEAMS_CATALOG_APP_ID,
    };
    for (const [env, why] of [
      [{ ...full, TEAMS_CATALOG_APP_ID: 'thidua' }, /TEAMS_CATALOG_APP_ID: got "thidua"/],
      [{ TEAMS_CATALOG_APP_ID }, /TEAMS_CATALOG_APP_ID: got .*only with MicrosoftAppId/],
      [china, /TEAMS_CATALOG_APP_ID: got .*not in this cloud/],
    ] as const)
      assert.throws(
        () => readConfig(env),
        (error) => why.test(String((error as { facts?: { problems?: string } }).facts?.problems)),
      );
  });
});
