import assert from 'node:assert/strict';
import { load, remove } from '../../src/ports/documents.ts';
import { addressId } from '../../src/records/address.ts';
import type { AuditEvent } from '../../src/records/audit.ts';
import { aadKeyId, upnKeyId, upnKeyRecord } from '../../src/records/key.ts';
import { person, scope } from '../support/office.ts';
import { accountOf, rowOf, unbound } from '../support/unbound.ts';

const myTasks = 'việc của tôi';
const stranger = /chưa có trong danh sách nhân sự/;
const waits = /đang chờ đơn vị xác nhận/;
const own = /Việc của tôi/;

describe('whoever the roster has with an e-mail alone', () => {
  it('is known by their account from their first message on, and Teams is asked once', async () => {
    const { office, teams, says } = await unbound();
    teams.nextMember(await accountOf(office, 'an'));
    assert.match(await says('new-an', myTasks), own);
    assert.match(await says('new-an', myTasks), own);
    assert.deepEqual(teams.asked, ['a:new-an 29:1new-an']);
    assert.equal((await rowOf(office, 'an')).data.aadObjectId, 'aad-new-an');
    const key = await office.store.get(scope.unit, aadKeyId(scope.tenant, 'aad-new-an'));
    assert.deepEqual(key?.doc.data, { personId: person('an') });
    assert.ok(await office.store.get(scope.unit, addressId(person('an'))));
    const trail = (await office.dump('audit')).map(({ data }) => data as AuditEvent);
    assert.ok(trail.some((e) => e.command === 'accounts.bind' && e.subject === person('an') && e.actor === 'system'));
    assert.equal((await office.owed('welcome')).length, 1);
  });
  it('is known by the name to sign in with, too, in whatever case', async () => {
    const { office, teams, says } = await unbound();
    teams.nextMember(await accountOf(office, 'an', { emails: ['other@example.vn', 'an@example.vn'] }));
    assert.match(await says('new-an', myTasks), own);
  });
  it('is known in a channel as well: Teams is asked of the team', async () => {
    const { office, teams, says } = await unbound();
    teams.nextMember(await accountOf(office, 'an'));
    const where = {
      conversation: { id: '19:channel;messageid=1', conversationType: 'channel' },
      channelData: { team: { id: '19:team' }, channel: { id: '19:channel' } },
    };
    await says('new-an', 'trợ giúp', where);
    assert.deepEqual(teams.asked, ['19:team 29:1new-an']);
    assert.equal((await rowOf(office, 'an')).data.aadObjectId, 'aad-new-an');
  });

  for (const [why, more] of Object.entries({
    'a guest': { isGuest: true },
    'somebody whose e-mail is not told': { emails: [] },
    'somebody with an e-mail that is nobody’s': { emails: ['nobody@example.vn'] },
    'somebody with e-mails of two people': { emails: ['an@example.vn', 'thao@example.vn'] },
    'another account than the one that has written': { aadObjectId: 'aad-other' },
  }))
    it(`is not ${why}`, async () => {
      const { office, teams, says } = await unbound();
      teams.nextMember(await accountOf(office, 'an', more));
      const before = await office.dump('person');
      assert.match(await says('new-an', myTasks), stranger);
      assert.deepEqual(await office.dump('person'), before);
      assert.deepEqual(await office.dump('account'), []);
    });
  it('is not whoever has the e-mail of somebody who has left', async () => {
    const { office, teams, says } = await unbound({ an: { status: 'left', statusFrom: '2026-10-01' } });
    teams.nextMember(await accountOf(office, 'an'));
    assert.match(await says('new-an', myTasks), stranger);
    assert.equal((await rowOf(office, 'an')).data.aadObjectId, '');
    assert.deepEqual(await office.dump('account'), []);
  });
  it('is not whoever has an e-mail that is nobody’s key because two share it', async () => {
    const { office, teams, says } = await unbound();
    const key = await load(office.store, scope.unit, upnKeyRecord, upnKeyId(scope.tenant, 'an@example.vn'));
    assert.ok(key);
    await office.store.commit(scope.unit, [remove(key)]);
    teams.nextMember(await accountOf(office, 'an'));
    assert.match(await says('new-an', myTasks), stranger);
  });
  it('is told to write again when Teams does not answer, and is asked about a minute later', async () => {
    const { office, teams, says } = await unbound();
    teams.nextMember({ kind: 'retry', reason: '429' });
    assert.match(await says('new-an', myTasks), /chưa hỏi được Teams/);
    office.set('2026-11-02T09:02:00');
    teams.nextMember(await accountOf(office, 'an'));
    assert.match(await says('new-an', myTasks), own);
  });
  it('that nobody knows, is not asked about with each message', async () => {
    const { office, teams, says } = await unbound();
    for (let i = 0; i < 5; i++) await says('nobody', myTasks);
    assert.equal(teams.asked.length, 1);
    office.set('2026-11-02T09:01:01');
    await says('nobody', myTasks);
    assert.equal(teams.asked.length, 2);
  });
});

describe('whoever holds a post, has another account or is called otherwise', () => {
  for (const [why, key, more] of [
    ['holds a post', 'adviceHead', {}],
    ['is the director', 'director', {}],
    ['is called otherwise: the e-mail may have changed hands', 'an', { name: 'Nguyễn Văn Bình' }],
    ['has another account: it may have been made anew', 'hniê', {}],
  ] as const)
    it(`waits for the office, and gets nothing until then: ${why}`, async () => {
      const { office, teams, says, runDue } = await unbound();
      const before = await office.dump('person');
      teams.nextMember(await accountOf(office, key, more));
      assert.match(await says(`new-${key}`, myTasks), waits);
      assert.deepEqual(await office.dump('person'), before);
      office.set('2026-11-02T09:05:00');
      const later = await says(`new-${key}`, 'xác nhận');
      assert.match(later, waits);
      assert.equal(teams.asked.length, 1, 'Teams is not asked again');
      await runDue();
      const told = (await office.owed('account.waits')).map(({ to }) => to).sort();
      assert.deepEqual(told, ['office', 'officeHead', 'secretary']);
      assert.deepEqual(await office.owed('welcome'), []);
    });
});
