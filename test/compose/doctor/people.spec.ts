import assert from 'node:assert/strict';
import { checkPeople } from '../../../src/compose/doctor/people.ts';
import { readConfig } from '../../../src/config.ts';
import { create } from '../../../src/ports/documents.ts';
import {
  type Installing,
  installedId,
  installedRecord,
  installingId,
  installingRecord,
} from '../../../src/records/app-install.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { keepTeam } from '../../support/teams/a-team.ts';

const catalogApp = 'b1c5353a-7aca-41b3-830f-27d5218fe0e5';

async function told(office: Office, about: string, env: object = {}): Promise<string[]> {
  const config = { ...readConfig({}), ...env };
  const plan = { ...office.plan, unit: { ...office.plan.unit, id: scope.unit } };
  const findings = await checkPeople({ config, plan, store: office.store, now: office.now });
  return findings.filter((each) => each.about === about).map(({ state, says }) => `${state} ${says}`);
}

describe('what the doctor says of who can be reached', () => {
  it('names each team that the bot is in, with its figures or with why it is not read', async () => {
    const office = await openOffice();
    assert.deepEqual(await told(office, 'team'), []);
    await keepTeam(office, '19:1', { name: 'A' });
    await keepTeam(office, '19:2', { name: '', reason: '403 BotNotInConversationRoster' });
    await keepTeam(office, '19:3', { name: 'C', readAt: null });
    await keepTeam(office, '19:4', { name: 'D', isIn: false, dueAt: null });
    assert.deepEqual(await told(office, 'team'), [
      'ok A: 61 members, 58 of them on the roster, read at 2026-11-02T00:30:05.000Z',
      'warn 19:2: its members are not read (403 BotNotInConversationRoster)',
      'ok C: its members are about to be read',
    ]);
  });
  it('says how many have the app by the bot, or why it may not, where it is to install it', async () => {
    const office = await openOffice();
    assert.deepEqual(await told(office, 'install'), []);
    const env = { TEAMS_CATALOG_APP_ID: catalogApp };
    assert.deepEqual(await told(office, 'install', env), ['ok the app was installed to 0 people by the bot']);
    const at = '2026-11-02T02:00:00.000Z';
    const pass: Installing = {
      catalogApp,
      after: '',
      refusals: 0,
      installed: 0,
      failures: 0,
      reason: '403 Forbidden',
      dueAt: at,
    };
    await office.store.commit(scope.unit, [
      create(installingRecord, scope, installingId, pass),
      create(installedRecord, scope, installedId(person('an')), { person: person('an'), outcome: 'installed', at }),
    ]);
    assert.deepEqual(await told(office, 'install', env), [
      'warn the app may not be installed to people (403 Forbidden); to 1 it was',
    ]);
  });
  it('names people who share an e-mail or an Entra id by their ids, and nobody where none does', async () => {
    const alone = await openOffice();
    assert.deepEqual(await told(alone, 'identity'), []);
    const shared = { an2: { email: 'AN@example.vn' }, on: { aadObjectId: 'aad-thao', email: '' } };
    assert.deepEqual(await told(await openOffice({ people: shared }), 'identity'), [
      `warn email: ${person('an')} and ${person('an2')} have the same`,
      `warn aadObjectId: ${person('on')} and ${person('thao')} have the same`,
    ]);
  });
});
