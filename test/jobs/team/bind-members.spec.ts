import assert from 'node:assert/strict';
import { accountsList } from '../../../src/features/accounts/refs.ts';
import { bindAccount } from '../../../src/model/people/bind-account.ts';
import { giveKey } from '../../../src/model/people/person-keys.ts';
import { load, replace } from '../../../src/ports/documents.ts';
import { addressId } from '../../../src/records/address.ts';
import { upnKeyId } from '../../../src/records/key.ts';
import { personRecord } from '../../../src/records/person.ts';
import { person, scope } from '../../support/office.ts';
import { member, withTeam } from '../../support/teams/reading.ts';
import { unbound } from '../../support/unbound.ts';

/** A team, and people of the roster of whom only the e-mail is known. */
async function withEmails(...keys: readonly string[]) {
  const t = await withTeam();
  const { store } = t.office;
  for (const key of keys) {
    const row = await load(store, scope.unit, personRecord, person(key));
    assert.ok(row);
    const { email } = row.data;
    await store.commit(scope.unit, [
      replace(personRecord, row, { ...row.data, aadObjectId: '' }),
      giveKey(scope, { column: 'email', id: upnKeyId(scope.tenant, email) }, person(key)),
    ]);
  }
  return t;
}
const names = { an: 'Nguyễn Văn An', adviceHead: 'Đỗ Ăn' } as const;
const account = (key: keyof typeof names, more: object = {}) =>
  member(key, {
    aadObjectId: `aad-new-${key}`.toLowerCase(),
    name: names[key],
    emails: [`${key.toLowerCase()}@example.vn`],
    ...more,
  });
const page = (...members: ReturnType<typeof member>[]) => ({ kind: 'members', members, next: '' }) as const;

describe('members of a team whom the roster has with an e-mail alone', () => {
  it('are bound and reached; of whoever holds a post the office is asked, and they are reached once it has confirmed', async () => {
    const t = await withEmails('an', 'adviceHead');
    t.teams.nextMembers(page(account('an'), account('adviceHead')));
    await t.read();
    assert.deepEqual(t.teams.reopened, [person('an')]);
    assert.ok(await t.office.store.get(scope.unit, addressId(person('an'))));
    const list = await t.office.as('office').say('tài khoản');
    assert.match(JSON.stringify(list.card), /Đỗ Ăn/);
    await t.office.as('office').click('accounts.confirm', { accounts: 'aad-new-advicehead' });
    t.office.set('2026-11-03T07:30:00');
    t.teams.nextMembers(page(account('an'), account('adviceHead')));
    await t.read();
    assert.deepEqual(t.teams.reopened, ['an', 'adviceHead'].map(person));
  });
  it('who write while the office is asked are reached where they wrote as soon as it has confirmed', async () => {
    const { office, says, runDue } = await unbound();
    const { serviceUrl, botId } = { serviceUrl: 'http://127.0.0.1/', botId: '28:bot' };
    const way = { conversationId: '', serviceUrl, userId: '29:1new-adviceHead', botId };
    const member = { aadObjectId: 'aad-new-advicehead', name: names.adviceHead };
    await office.run((turn) =>
      bindAccount(turn, {
        ...{ personId: person('adviceHead'), email: 'advicehead@example.vn', member, way },
        list: accountsList.ref({}),
      }),
    );
    for (const _ of ['first', 'again'])
      assert.match(await says('new-advicehead', 'việc của tôi'), /đang chờ đơn vị xác nhận|^$/);
    await office.as('office').click('accounts.confirm', { accounts: 'aad-new-advicehead' });
    await runDue();
    const address = await office.store.get(scope.unit, addressId(person('adviceHead')));
    assert.equal((address?.doc.data as { conversationId?: string } | undefined)?.conversationId, 'a:new-advicehead');
    assert.equal((await office.owed('welcome')).length, 1);
  });
  it('are asked about once, however often the team is read', async () => {
    const t = await withEmails('adviceHead');
    t.teams.nextMembers(page(account('adviceHead')), page(account('adviceHead')));
    await t.read();
    const before = await t.office.dump('account');
    t.office.set('2026-11-03T07:30:00');
    await t.read();
    assert.deepEqual(await t.office.dump('account'), before);
    assert.equal(before.length, 1);
  });
  it('are nobody when they are guests, or their e-mail is not of the roster', async () => {
    const t = await withEmails('an');
    t.teams.nextMembers(page(account('an', { isGuest: true }), account('an', { emails: ['nobody@example.vn'] })));
    await t.read();
    assert.deepEqual([t.teams.reopened, await t.office.dump('account')], [[], []]);
  });
});
