import assert from 'node:assert/strict';
import { setupWarnings } from '../../src/compose/setup-warnings.ts';
import { readConfig } from '../../src/config.ts';

const real = {
  MicrosoftAppId: 'app',
  MicrosoftAppTenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  MicrosoftAppPassword: 'secret',
  PUBLIC_URL: 'https://thidua.example.gov.vn',
  ATTACHMENT_HOSTS: 'contoso.sharepoint.com contoso-my.sharepoint.com',
};
const whole = { people: 60, identified: 60, hasOffice: true };

describe('what the start warns of', () => {
  it('is nothing where everything can do what it is there for', () => {
    assert.deepEqual(setupWarnings(readConfig(real), whole), []);
  });
  const cases: readonly (readonly [
    what: string,
    env: Record<string, string>,
    known: Partial<typeof whole>,
    expected: RegExp,
  ])[] = [
    ['a bot without tokens', {}, {}, /^local mode/],
    ['files that nobody may attach', { ...real, ATTACHMENT_HOSTS: ' ' }, {}, /^ATTACHMENT_HOSTS .*sharepoint/],
    ['links that nobody can open', { ...real, PUBLIC_URL: 'https://localhost' }, {}, /^PUBLIC_URL/],
    ['people whom Teams does not lead to', real, { identified: 48 }, /^12 of 60 people .*aadObjectId/],
    ['nobody', real, { people: 0, identified: 0, hasOffice: false }, /^nobody is known here/],
    ['a folder of templates that is not there', { ...real, PAPERS_DIR: '/none' }, {}, /^PAPERS_DIR .*ENOENT/],
    ['an office that nobody acts for', real, { hasOffice: false }, /^nobody acts for the office/],
  ];
  for (const [what, env, known, expected] of cases)
    it(`is ${what}`, () => {
      const warnings = setupWarnings(readConfig(env), { ...whole, ...known });
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.match(warnings[0] ?? '', expected);
    });
});
