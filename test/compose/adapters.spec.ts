import assert from 'node:assert/strict';
import { pino } from 'pino';
import { openTeams } from '../../src/compose/adapters.ts';
import { readConfig } from '../../src/config.ts';
import { CodedError } from '../../src/domain/errors.ts';
import { wholeOf } from '../support/memory-files.ts';

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
