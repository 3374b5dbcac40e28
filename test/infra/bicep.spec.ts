import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { documents } from '../../src/adapters/cosmos/container.ts';
import { issuers } from '../../src/bot/clouds.ts';
import { configNames, readConfig } from '../../src/config.ts';
import { type BicepFile, openReader } from './read-bicep.ts';

const infra = fileURLToPath(new URL('../../infra', import.meta.url));
const namesIn = (ending: string): string[] =>
  readdirSync(infra, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));

/** Variables that the infrastructure does not give, and why not. */
const leftOut: Readonly<Record<string, string>> = {
  PAPERS_DIR: 'a folder of the machine: the image has the templates that come with the program',
  SECRETS_DIR: 'keys are in the vault',
  LINK_KEY: 'the key is in the vault',
  COSMOS_KEY: 'the managed identity is shown',
  BLOB_CONNECTION_STRING: 'the managed identity is shown',
  MicrosoftAppPassword: 'the managed identity is shown',
  ToChannelFromBotLoginUrl: 'a managed identity finds its login service by itself',
  OAuthUrl: 'the bot has nobody sign in',
  LOG_LEVEL: 'info is what alerts go by',
  AZURE_LOGIN: 'the managed identity is shown',
  NOW: 'the clock of a demonstration',
};
const textOf = (name: string): string => readFileSync(path.join(infra, name), 'utf8');
/** What the container's environment is given: as it stands, as the name of a file, as a secret. */
const variables = (): string[] => {
  const text = ['azure.bicep', 'modules/app.bicep'].map(textOf).join('');
  const names = [...text.matchAll(/\{ name: '([A-Z]\w+)', value:|variable: '(\w+)'/g)];
  return [...new Set(names.map(([, name, own]) => name ?? own ?? ''))];
};
/** What the image says by itself. */
const ofImage = (): Record<string, string> =>
  Object.fromEntries(
    [...textOf('container/Containerfile').matchAll(/^ENV (.+)$/gm)]
      .flatMap(([, line = '']) => line.split(' '))
      .map((pair) => pair.split('=') as [string, string]),
  );
/** By its name, what the bot is told of a cloud. */
function cloudsIn(text: string): Map<string, Record<string, string>> {
  const [, all = ''] = /var clouds = \{\n([\s\S]*?)\n\}/.exec(text) ?? [];
  return new Map(
    [...all.matchAll(/^ {2}(\w+): \[([\s\S]*?)\]$/gm)].map(([, name = '', told = '']) => [
      name,
      Object.fromEntries([...told.matchAll(/name: '(\w+)', value: '([^']+)'/g)].map(([, key, value]) => [key, value])),
    ]),
  );
}

/** Syntax, names and what one file asks of another. Types and what Azure itself refuses are not checked here: no compiler runs without a download. */
describe('the infrastructure', () => {
  const files = new Map<string, BicepFile>();
  before(async () => {
    const read = await openReader();
    for (const name of namesIn('.bicep')) files.set(name, read(path.join(infra, name)));
  });
  const called = (name: string, from: string): BicepFile => {
    const file = files.get(path.join(path.dirname(from), name));
    assert.ok(file, `${from} asks for ${name}`);
    return file;
  };

  it('is Bicep', () => {
    assert.ok(files.size > 5);
    for (const [name, { broken }] of files) assert.deepEqual(broken, [], name);
  });

  it('uses every name that it gives', () => {
    const idle = [...files].flatMap(([file, { names, uses }]) =>
      names.filter((name) => !uses.has(name)).map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(idle, []);
  });

  it('gives each module what it takes, and asks it for what it answers', () => {
    for (const [file, { modules, asked }] of files) {
      for (const { path: to, given } of modules) {
        const { params } = called(to, file);
        const known = params.map(({ name }) => name);
        assert.deepEqual(
          given.filter((name) => !known.includes(name)),
          [],
          `${file} gives ${to} what it does not take`,
        );
        const needed = params.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name);
        assert.deepEqual(
          needed.filter((name) => !given.includes(name)),
          [],
          `${file} does not give ${to} what it needs`,
        );
      }
      for (const { symbol, output } of asked) {
        const to = modules.find((module) => module.symbol === symbol)?.path;
        assert.ok(
          to !== undefined && called(to, file).outputs.includes(output),
          `${file}: ${symbol}.outputs.${output}`,
        );
      }
    }
  });

  it('calls every file that is there', () => {
    const used = [...files].flatMap(([file, { modules }]) => modules.map((m) => path.join(path.dirname(file), m.path)));
    assert.deepEqual(
      [...files.keys()].filter((name) => !used.includes(name)),
      ['azure.bicep'],
    );
  });

  it('is asked by its parameter files for what it has, and given all that it needs', () => {
    const params = files.get('azure.bicep')?.params ?? [];
    for (const name of namesIn('.parameters.json')) {
      const { parameters } = JSON.parse(readFileSync(path.join(infra, name), 'utf8')) as { parameters: object };
      const given = Object.keys(parameters);
      assert.deepEqual(
        given.filter((each) => !params.some((p) => p.name === each)),
        [],
        name,
      );
      assert.deepEqual(
        params.filter((p) => !p.hasDefault && !given.includes(p.name)),
        [],
        name,
      );
    }
  });

  it('starts the bot with variables that it reads, and with all that it cannot be without', () => {
    assert.ok(variables().length > 10);
    assert.deepEqual(
      variables().filter((name) => !configNames.includes(name)),
      [],
    );
    assert.deepEqual(
      configNames.filter((name) => !variables().includes(name) && !(name in leftOut)),
      [],
      'given, or left out for a reason',
    );
    assert.deepEqual(
      variables().filter((name) => name in leftOut),
      [],
    );
    const id = '00000000-0000-0000-0000-000000000001';
    const values: Record<string, string> = {
      ...ofImage(),
      ...{
        HOST: '0.0.0.0',
        PORT: '3978',
        PUBLIC_URL: 'https://thidua.example.azurecontainerapps.io',
        DATA_DIR: '/var/lib/thidua',
      },
      ...{ MicrosoftAppId: id, MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppTenantId: id, OFFICE_ADMINS: id },
      ...{
        ATTACHMENT_HOSTS: 'example-my.sharepoint.com',
        // As the parameter is by default.
        TEAMS_CATALOG_APP_ID: '',
        COSMOS_DATABASE: 'thidua',
        COSMOS_ENDPOINT: 'https://thidua.documents.azure.com:443/',
      },
      ...{ BLOB_URL: 'https://thidua.blob.core.windows.net/', KEY_VAULT_URL: 'https://thidua.vault.azure.net/' },
      ...{ ROSTER_FILE: '/etc/thidua/roster.csv', PLAN_FILE: '/etc/thidua/plan.yaml', METRICS_TOKEN: 'm'.repeat(16) },
    };
    const clouds = cloudsIn(textOf('azure.bicep'));
    assert.deepEqual([...clouds.keys()], ['public', 'usGovernment', 'china']);
    assert.deepEqual(
      variables().filter((name) => !(name in values) && ![...clouds.values()].some((cloud) => name in cloud)),
      [],
    );
    const served = [...clouds.values()].map((cloud) => readConfig({ ...values, ...cloud }));
    const [publicIssuer] = issuers;
    assert.deepEqual(
      served.map(({ ToBotFromChannelTokenIssuer: issuer = publicIssuer }) => issuer),
      issuers,
    );
    assert.ok(served.every(({ local }) => !local));
  });

  it('runs one process always, asks it what the bot answers, and registers it with Teams', () => {
    const app = textOf('modules/app.bicep');
    const sizes = [...textOf('azure.bicep').matchAll(/minReplicas: (\d+), maxReplicas: (\d+)/g)];
    assert.equal(sizes.length, 2);
    for (const [, least, most] of sizes) assert.ok(Number(least) >= 1 && Number(most) > Number(least));
    assert.match(app, /scale: \{\s+minReplicas: minReplicas\s+maxReplicas: maxReplicas/);
    const probes = [...app.matchAll(/type: '(\w+)'\s+httpGet: \{ path: '([^']+)', port: port \}/g)];
    assert.deepEqual(
      probes.map(([, kind, path]) => `${kind} ${path}`),
      ['Startup /readyz', 'Readiness /readyz', 'Liveness /healthz'],
    );
    const channels = [...textOf('botRegistration/azurebot.bicep').matchAll(/channelName: '(\w+)'/g)].map(
      ([, channel]) => channel,
    );
    assert.deepEqual(channels, ['MsTeamsChannel']);
  });

  it('makes the container that the bot would make itself', () => {
    const policy = readFileSync(path.join(infra, 'modules/indexing-policy.json'), 'utf8');
    assert.deepEqual(JSON.parse(policy), documents.indexingPolicy);
    const text = readFileSync(path.join(infra, 'modules/documents.bicep'), 'utf8');
    assert.ok(text.includes(`id: '${documents.id}'`));
    assert.ok(text.includes(`paths: ['${documents.partitionKey.paths.join()}']`));
  });

  it('names a released version of each kind of resource', () => {
    const kinds = [...files.values()].flatMap(({ resources }) => resources);
    assert.ok(kinds.length > 12);
    for (const kind of kinds) assert.match(kind, /^Microsoft\.\w+(\/\w+)+@\d{4}-\d\d-\d\d$/);
  });

  it('lets nobody in by a key or without a name', () => {
    const text = [...files.keys()].map((name) => readFileSync(path.join(infra, name), 'utf8')).join('\n');
    assert.match(
      text,
      /disableLocalAuth: true[\s\S]*defaultConsistencyLevel|defaultConsistencyLevel[\s\S]*disableLocalAuth: true/,
    );
    for (const closed of [
      'allowSharedKeyAccess: false',
      'allowBlobPublicAccess: false',
      "publicAccess: 'None'",
      'allowInsecure: false',
    ])
      assert.ok(text.includes(closed), closed);
    // The log's own key, which its collector takes and nobody else.
    assert.deepEqual(text.match(/\.list\w+\(\)[.\w]*/g), ['.listKeys().primarySharedKey']);
  });
});
