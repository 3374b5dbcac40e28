import assert from 'node:assert/strict';
import { AppCredentials } from 'botframework-connector';
import { pino } from 'pino';
import sinon from 'sinon';
import { issuers } from '../../src/bot/clouds.ts';
import { openTeams } from '../../src/compose/adapters.ts';
import { readConfig } from '../../src/config.ts';
import { CodedError } from '../../src/domain/errors.ts';
import type { Attachment, Attachments } from '../../src/ports/files.ts';
import { wholeOf } from '../support/memory-files.ts';
import { everyHost, hostsOf, nearMisses, publicCloud } from '../support/teams/hosts.ts';

const config = readConfig({
  MicrosoftAppId: 'app',
  MicrosoftAppTenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  MicrosoftAppPassword: 'secret',
  PUBLIC_URL: 'https://thidua.example.gov.vn',
  ATTACHMENT_HOSTS: 'Contoso-my.SharePoint.com',
});

describe('the addresses that files are fetched from', () => {
  const { attachments } = openTeams(config, pino({ level: 'silent' }));
  const outcome = (url: string, kind: 'file' | 'image'): Promise<unknown> =>
    wholeOf(attachments.fetch({ name: 'a.pdf', url, kind }, 10)).then(
      () => 'fetched',
      (error: unknown) => (error instanceof CodedError ? error.code : error),
    );
  const listed = 'contoso-my.sharepoint.com';
  const teams = 'smba.trafficmanager.net';

  for (const url of [
    `http://${listed}/a`,
    `https://${listed}:8443/a`,
    `https://${listed}:80/a`,
    `https://who:word@${listed}/a`,
    `https://who@${listed}/a`,
    `https://${listed}.evil.example/a`,
    `https://x.${listed}/a`,
    `https://${listed}./a`,
    `ftp://${listed}/a`,
    'data:text/plain,x',
    'file:///etc/passwd',
    'http://127.0.0.1/a',
    'https://127.0.0.1/a',
    'http://169.254.169.254/latest/meta-data',
    `http://${teams}/a`,
    `https://${teams}:8443/a`,
    `https://who:word@${teams}/a`,
  ])
    for (const kind of ['file', 'image'] as const)
      it(`never ${url} (${kind})`, async () => assert.equal(await outcome(url, kind), 'FILE_HOST'));
});

describe('what is shown the bot’s token', () => {
  const stubs = sinon.createSandbox();
  let asked: { url: string; authorization: string | undefined; redirect: string | undefined }[];
  beforeEach(() => {
    asked = [];
    stubs.stub(AppCredentials.prototype, 'getToken').resolves('bot-token');
    stubs.stub(globalThis, 'fetch').callsFake(async (url, init) => {
      const authorization = new Headers(init?.headers).get('authorization') ?? undefined;
      asked.push({ url: String(url), authorization, redirect: init?.redirect });
      return new Response('content');
    });
  });
  afterEach(() => stubs.restore());

  const ofCloud = (issuer: string) =>
    openTeams(
      readConfig({
        MicrosoftAppId: 'app',
        MicrosoftAppTenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
        MicrosoftAppPassword: 'secret',
        PUBLIC_URL: 'https://thidua.example.gov.vn',
        ATTACHMENT_HOSTS: 'contoso-my.sharepoint.com',
        ToBotFromChannelTokenIssuer: issuer,
        ToBotFromChannelOpenIdMetadataUrl: 'https://login.example/openidconfiguration',
        ToChannelFromBotLoginUrl: 'https://login.example/tenant',
        ToChannelFromBotOAuthScope: 'https://api.example',
      }),
      pino({ level: 'silent' }),
    ).attachments;
  const fetches = (attachments: Attachments, kind: Attachment['kind'], url: string) =>
    wholeOf(attachments.fetch({ name: 'a', url, kind }, 10)).then(
      () => 'fetched',
      (error: unknown) => (error instanceof CodedError ? error.code : error),
    );

  for (const issuer of issuers)
    it(`is the connector of ${issuer}, for a picture and at its exact hosts, and nobody else`, async () => {
      const attachments = ofCloud(issuer);
      for (const host of everyHost) {
        const url = `https://${host}/apac/v3/attachments/0-x/views/original`;
        const isOurs = hostsOf[issuer]?.includes(host) === true;
        asked = [];
        const outcome = isOurs ? 'fetched' : 'FILE_HOST';
        assert.deepEqual([await fetches(attachments, 'image', url), asked.length], [outcome, isOurs ? 1 : 0], host);
        for (const { authorization, redirect } of asked)
          assert.deepEqual([authorization, redirect], ['Bearer bot-token', 'error'], host);
        for (const miss of nearMisses) {
          asked = [];
          await fetches(attachments, 'image', miss(host, 'x'));
          assert.deepEqual(
            asked.filter(({ authorization }) => authorization !== undefined),
            [],
            miss(host, 'x'),
          );
        }
      }
    });

  it('is no host of files: their addresses open them by themselves', async () => {
    const attachments = ofCloud(publicCloud);
    const link = 'https://contoso-my.sharepoint.com/personal/an/_layouts/15/download.aspx?UniqueId=1&tempauth=x';
    for (const url of [link, `https://${hostsOf[publicCloud]?.[0]}/file`])
      assert.equal(await fetches(attachments, 'file', url), 'fetched');
    assert.equal(await fetches(attachments, 'image', link), 'fetched');
    assert.deepEqual(
      asked.map(({ authorization, redirect }) => [authorization, redirect]),
      Array.from({ length: 3 }, () => [undefined, 'error']),
    );
    assert.equal(asked[0]?.url, link);
  });
});

describe('the app that the bot installs to people', () => {
  const stubs = sinon.createSandbox();
  afterEach(() => stubs.restore());
  const TEAMS_CATALOG_APP_ID = 'b1c5353a-7aca-41b3-830f-27d5218fe0e5';
  const openedIn = (issuer: string | undefined) =>
    openTeams({ ...config, TEAMS_CATALOG_APP_ID, ToBotFromChannelTokenIssuer: issuer }, pino({ level: 'silent' }))
      .installer;

  it('is asked for only where it is configured, and where that cloud’s Graph installs apps', () => {
    assert.equal(openTeams(config, pino({ level: 'silent' })).installer, undefined);
    assert.deepEqual(
      issuers.map((issuer) => openedIn(issuer) !== undefined),
      [true, true, false],
    );
  });
  it('is asked for at the Graph of the cloud alone, with a token for it', async () => {
    const asked: [string, string | undefined][] = [];
    stubs.stub(AppCredentials.prototype, 'getToken').callsFake(async function (this: AppCredentials) {
      return `token for ${this.oAuthScope}`;
    });
    stubs.stub(globalThis, 'fetch').callsFake(async (url, init) => {
      asked.push([String(url), new Headers(init?.headers).get('authorization') ?? undefined]);
      return new Response(null, { status: 201 });
    });
    for (const issuer of issuers) await openedIn(issuer)?.install('aad-an');
    const of = (graph: string) => [`${graph}/v1.0/users/aad-an/teamwork/installedApps`, `Bearer token for ${graph}`];
    assert.deepEqual(asked, [of('https://graph.microsoft.com'), of('https://graph.microsoft.us')]);
  });
});
