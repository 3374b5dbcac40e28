import assert from 'node:assert/strict';
import { load, replace } from '../../../src/ports/documents.ts';
import { addressId } from '../../../src/records/address.ts';
import { aadKeyId, upnKeyId, upnKeyRecord } from '../../../src/records/key.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, everyoneBut, person, scope, textOf, valuesOf } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { accountOf, rowOf, unbound } from '../../support/unbound.ts';
import { launch } from '../campaign/launching.ts';
import { change } from '../privacy/a-leaver.ts';

const aadOf = (key: string): string => `aad-new-${key.toLowerCase()}`;

/** Three who wait: the head, the director, and an account of another name than An's. */
async function waiting() {
  const u = await unbound();
  for (const [key, more] of [
    ['adviceHead', {}],
    ['director', {}],
    ['an', { name: 'Nguyễn Văn Bình' }],
  ] as const) {
    u.teams.nextMember(await accountOf(u.office, key, more));
    await u.says(`new-${key}`, 'việc của tôi');
    u.office.set(u.office.now.plus({ minutes: 1 }).toISO({ includeOffset: false }) ?? '');
  }
  const list = () => u.office.as('office').say('tài khoản');
  const holder = async (key: string) =>
    (await u.office.store.get(scope.unit, aadKeyId(scope.tenant, aadOf(key))))?.doc.data;
  return { ...u, list, holder };
}

describe('accounts that wait for the office', () => {
  it('stand on one card with name, post and e-mail; ticked is what only the post asks for', async () => {
    const { list, office } = await waiting();
    const { card } = await list();
    assertGoodCard(card);
    assert.deepEqual(
      [...JSON.stringify(card).matchAll(/\{"title":"([^"]+)","value"/g)].map(([, title]) => title),
      [
        'Đỗ Ăn – Trưởng phòng. advicehead@example.vn',
        'Trần Quốc Khánh – Giám đốc. director@example.vn',
        'Nguyễn Văn An – Chuyên viên. an@example.vn. Trong Teams có tên “Nguyễn Văn Bình”',
      ],
    );
    assert.equal(valuesOf(card).accounts, [aadOf('adviceHead'), aadOf('director')].join(','));
    assert.match(textOf((await office.as('secretary').say('việc của tôi')).card), /3 tài khoản Teams chờ xác nhận/);
  });
  it('are confirmed with one click: they get their welcome and the launch where they wrote, once', async () => {
    const { list, office, says, runDue, holder } = await waiting();
    await launch(office);
    const { card } = await list();
    const confirm = actionsOf(card).find(({ verb }) => verb === 'accounts.confirm')?.data;
    const done = await office.as('office').click('accounts.confirm', { ...confirm, ...valuesOf(card) });
    assert.match(textOf(done.card), /Đã xác nhận 2 tài khoản/);
    assert.deepEqual([await holder('director'), await holder('an')], [{ personId: person('director') }, undefined]);
    await runDue();
    await runDue();
    const to = async (kind: string) =>
      (await office.owed(kind))
        .map((each) => each.to)
        .filter((key) => ['director', 'adviceHead', 'an'].includes(key))
        .sort();
    assert.deepEqual(await to('welcome'), ['adviceHead', 'director']);
    assert.ok((await to('announce.launch')).includes('director'));
    const address = await office.store.get(scope.unit, addressId(person('director')));
    assert.equal((address?.doc.data as { conversationId?: string } | undefined)?.conversationId, 'a:new-director');
    office.set('2026-11-02T11:00:00');
    assert.match(await says('new-director', 'việc của tôi'), /Việc của tôi/);
    assert.equal((await office.owed('welcome')).filter((each) => each.to === 'director').length, 1);
    assert.deepEqual(
      (await office.dump('account')).map(({ data }) => (data as { person: string; state: string }).state),
      ['waiting'],
      'what is confirmed and reached is forgotten',
    );
  });
  it('that are refused stay strangers, and nobody is asked again', async () => {
    const { list, office, says, runDue, teams, holder } = await waiting();
    const { card } = await list();
    const refuse = actionsOf(card).find(({ verb }) => verb === 'accounts.refuse')?.data;
    const done = await office.as('office').click('accounts.refuse', { ...refuse, accounts: aadOf('an') });
    assert.match(textOf(done.card), /Đã từ chối 1 tài khoản/);
    await runDue();
    const asked = (await office.owed('account.waits')).length;
    office.set('2026-11-02T12:00:00');
    teams.nextMember(await accountOf(office, 'an', { name: 'Nguyễn Văn Bình' }));
    assert.match(await says('new-an', 'việc của tôi'), /chưa có trong danh sách nhân sự/);
    await runDue();
    assert.deepEqual([(await office.owed('account.waits')).length, await holder('an')], [asked, undefined]);
  });
  it('another account takes the place of the one before, which leads to nobody from then on', async () => {
    const { office, teams, says, list, runDue } = await waiting();
    assert.match(await says('hniê', 'việc của tôi'), /Việc của tôi/);
    teams.nextMember(await accountOf(office, 'hniê'));
    await says('new-hniê', 'việc của tôi');
    const { card } = await list();
    assert.match(JSON.stringify(card), /Khác tài khoản đang ghi trong danh sách/);
    assert.ok(!String(valuesOf(card).accounts).includes(aadOf('hniê')), 'not ticked by itself');
    const confirm = actionsOf(card).find(({ verb }) => verb === 'accounts.confirm')?.data;
    await office.as('office').click('accounts.confirm', { ...confirm, accounts: aadOf('hniê') });
    await runDue();
    assert.equal((await rowOf(office, 'hniê')).data.aadObjectId, aadOf('hniê'));
    const address = await office.store.get(scope.unit, addressId(person('hniê')));
    assert.equal((address?.doc.data as { conversationId?: string } | undefined)?.conversationId, 'a:new-hniê');
    office.set('2026-11-02T13:00:00');
    assert.match(await says('hniê', 'việc của tôi'), /chưa có trong danh sách nhân sự/);
    assert.match(await says('new-hniê', 'việc của tôi'), /Việc của tôi/);
  });
  it('clicked twice, or chosen by two of the office at once, are confirmed once', async () => {
    const { list, office } = await waiting();
    const confirm = actionsOf((await list()).card).find(({ verb }) => verb === 'accounts.confirm')?.data;
    const chosen = { ...confirm, accounts: aadOf('director') };
    await office.as('office').click('accounts.confirm', chosen);
    const before = await office.dump('person');
    const again = await office.as('secretary').click('accounts.confirm', chosen);
    assert.match(textOf(again.card), /không còn chờ xác nhận/);
    assert.deepEqual(await office.dump('person'), before);
  });
  it('are over without a word when the person has left, or another has the e-mail', async () => {
    const { list, office } = await waiting();
    await change(office, 'adviceHead', { status: 'left', statusFrom: '2026-11-01' });
    const key = await load(office.store, scope.unit, upnKeyRecord, upnKeyId(scope.tenant, 'director@example.vn'));
    assert.ok(key);
    await office.store.commit(scope.unit, [replace(upnKeyRecord, key, { personId: person('vice') })]);
    const { card } = await list();
    assert.doesNotMatch(JSON.stringify(card), /Đỗ Ăn|Trần Quốc Khánh/);
    const confirm = actionsOf(card).find(({ verb }) => verb === 'accounts.confirm')?.data;
    const before = await office.dump('person');
    const all = { accounts: ['adviceHead', 'director'].map(aadOf).join(',') };
    assert.match(
      textOf((await office.as('office').click('accounts.confirm', { ...confirm, ...all })).card),
      /không còn chờ/,
    );
    assert.deepEqual(await office.dump('person'), before);
    assert.equal((await office.dump('account')).length, 1, 'what is over is forgotten');
  });
  it('two of one person are not confirmed together', async () => {
    const { list, office, teams, says } = await waiting();
    teams.nextMember(await accountOf(office, 'director', { aadObjectId: 'aad-second' }));
    await says('second', 'việc của tôi');
    const confirm = actionsOf((await list()).card).find(({ verb }) => verb === 'accounts.confirm')?.data;
    const both = `${aadOf('director')},aad-second`;
    const before = await office.dump('person');
    assert.equal(
      await codeOf(office.as('office').click('accounts.confirm', { ...confirm, accounts: both })),
      'ACCOUNTS_OF_ONE',
    );
    assert.deepEqual(await office.dump('person'), before);
  });
  it('are the office’s: nobody else sees or decides, forged cards included; and nothing chosen is said', async () => {
    const { office } = await waiting();
    const before = [await office.dump('person'), await office.dump('account')];
    for (const who of everyoneBut('office', 'officeHead', 'secretary'))
      for (const verb of ['accounts.list', 'accounts.confirm', 'accounts.refuse']) {
        const data = verb === 'accounts.list' ? {} : { accounts: aadOf('director') };
        assert.equal(await codeOf(office.as(who).click(verb, data)), 'OFFICE_ONLY', `${who} ${verb}`);
      }
    for (const verb of ['accounts.confirm', 'accounts.refuse']) {
      assert.equal(await codeOf(office.as('office').click(verb, { accounts: '' })), 'ACCOUNTS_NONE');
      await office.as('office').click(verb, { accounts: 'aad-nobody,person:an' });
    }
    assert.deepEqual([await office.dump('person'), await office.dump('account')], before);
  });
});
