import assert from 'node:assert/strict';
import type { Incoming } from '../../../src/bot/incoming.ts';
import { addressChanges } from '../../../src/bot/people.ts';
import { load, replace } from '../../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import { spreadRecord } from '../../../src/records/message.ts';
import { personRecord } from '../../../src/records/person.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { codeOf, refusal, wayBack } from '../../support/refusal.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { connect } from '../campaign/launching.ts';
import { confirmation, deliveriesOf, end, personOf, resend, sentLaunch, spreadsOf } from './a-sending.ts';

const installed: Incoming = {
  asked: { kind: 'installed' },
  activityId: '',
  tenant: 'local',
  aadObjectId: 'aad-an2',
  userId: '29:an2',
  botId: '28:bot',
  personal: true,
  inTeam: false,
  conversationId: 'a:an2-again',
  serviceUrl: 'http://127.0.0.1/',
  teamId: '',
  channelName: '',
  messageId: '',
  delivery: '',
  timestamp: undefined,
  attachments: [],
};
const again = (office: Office, spread: string, data: object = {}) =>
  office.as('office').click('sending.resend', { spread, ...data });
const keysOf = async (office: Office, spread: string): Promise<string[]> =>
  (await deliveriesOf(office, spread)).map(({ data }) => data.to.replace('person:', '')).sort();

/** A launch after which one more person has the app. */
async function someBack(office: Office): Promise<string> {
  const spread = await sentLaunch(office);
  await end(office, (await deliveryTo(office, spread, 'on')).id, { state: 'sent' });
  await connect(office, 'an2');
  return spread;
}
async function deliveryTo(office: Office, spread: string, key: string) {
  const found = (await deliveriesOf(office, spread)).find(({ data }) => data.to === person(key));
  assert.ok(found, key);
  return found;
}

describe('sending again: what is asked', () => {
  it('says how many of which kind, and leaves the doubtful to a choice that is off', async () => {
    const office = await openOffice();
    const { text, card } = await again(office, await someBack(office));
    assert.match(text, /2 người chắc chắn chưa nhận/);
    assert.match(text, /1 người trước đây chưa kết nối, nay đã kết nối/);
    assert.match(text, /1 người trước đây không gửi được do lỗi/);
    assert.match(text, /2 người vẫn chưa kết nối: không gửi/);
    assert.match(text, /Gửi cả cho 1 người chưa rõ đã nhận hay chưa/);
    const toggle = (card.body as { id?: string; value?: string }[]).find(({ id }) => id === 'ambiguous');
    assert.equal(toggle?.value, 'false');
    assert.deepEqual(await spreadsOf(office, 'resend'), []);
  });

  it('counts nobody who has left since', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const left = await personOf(office, 'an2');
    await office.store.commit(scope.unit, [
      replace(personRecord, left, { ...left.data, status: 'left', statusFrom: '2026-11-01' }),
    ]);
    assert.match((await again(office, spread)).text, /\n1 người chắc chắn chưa nhận/);
  });

  it('is not offered to begin when nobody could be sent it, and refused when it is asked for all the same', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    for (const key of ['an2', 'insuranceHead'])
      await end(office, (await deliveryTo(office, spread, key)).id, { state: 'sent' });
    const form = await confirmation(office, spread);
    const back = await wayBack(again(office, spread, form));
    assert.equal(back.code, 'RESEND_NOBODY');
    assert.equal(back.show.page, 'sending.resend');
    await end(office, (await deliveryTo(office, spread, 'adviceDeputy')).id, { state: 'sent' });
    const { card, text } = await again(office, spread);
    assert.ok(!actionsOf(card).some(({ data }) => data.confirm === 'yes'));
    assert.match(text, /Không có ai chắc chắn chưa nhận mà nay gửi được/);
  });
});

describe('sending again: what goes out', () => {
  it('is the same page, with an identity of its own, to those who certainly have not got it', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const repeat = await resend(office, spread);
    assert.deepEqual(await keysOf(office, repeat), ['an2', 'insuranceHead']);
    const first = await deliveryTo(office, spread, 'an2');
    const second = await deliveryTo(office, repeat, 'an2');
    assert.deepEqual(second.data.show, first.data.show);
    assert.equal(second.id, first.id.replace(':announce.launch:', ':announce.launch~2:'));
    assert.equal(second.data.department, first.data.department);
    assert.equal(second.data.onUnknown, 'leave');
    assert.equal((await deliveriesOf(office, spread)).length, 13);
  });

  it('goes to the doubtful too when that was chosen', async () => {
    const office = await openOffice();
    const repeat = await resend(office, await someBack(office), 'true');
    assert.deepEqual(await keysOf(office, repeat), ['adviceDeputy', 'an2', 'insuranceHead']);
  });

  it('is one repeat, however often the form is clicked', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const form = await confirmation(office, spread);
    const [one, two] = await Promise.all([again(office, spread, form), again(office, spread, form)]);
    await office.runDue();
    const three = await again(office, spread, form);
    assert.deepEqual(
      [one, two, three].map(({ show }) => show.params.spread),
      Array(3).fill(one.show.params.spread),
    );
    assert.equal((await spreadsOf(office, 'resend')).length, 1);
    assert.equal((await deliveriesOf(office, one.show.params.spread ?? '')).length, 2);
  });

  it('decides about each person when their turn comes', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const { show } = await again(office, spread, await confirmation(office, spread));
    await end(office, (await deliveryTo(office, spread, 'insuranceHead')).id, { state: 'sent', answered: true });
    await office.runDue();
    assert.deepEqual(await keysOf(office, show.params.spread ?? ''), ['an2']);
  });

  it('repeats nobody when it is gone through once more after a crash', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const repeat = await resend(office, spread);
    const [stored] = await spreadsOf(office, 'resend');
    assert.ok(stored);
    await office.store.commit(scope.unit, [
      replace(spreadRecord, stored, { ...stored.data, state: 'running', cursor: '', endedAt: null }),
    ]);
    await office.runDue();
    assert.deepEqual(await keysOf(office, repeat), ['an2', 'insuranceHead']);
  });

  it('a third time goes only to those whom the second did not reach either, also from the page of the second', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const second = await resend(office, spread);
    assert.equal(await codeOf(again(office, spread, { formId: 'other', confirm: 'yes' })), 'RESEND_NOBODY');
    await end(office, (await deliveryTo(office, second, 'an2')).id, { state: 'sent' });
    await end(office, (await deliveryTo(office, second, 'insuranceHead')).id, { state: 'refused', reason: '413' });
    const third = await resend(office, second);
    assert.match(third, /^spread:resend:3:spread:launch:/);
    assert.deepEqual(await keysOf(office, third), ['insuranceHead']);
    const { text } = await office.as('office').say('đối soát');
    assert.match(text, /Gửi lại lần 2: Phát động Kế hoạch/);
  });

  it('does not take whoever may have the second for somebody who certainly has none', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const second = await resend(office, spread);
    for (const { id } of await deliveriesOf(office, second))
      await end(office, id, { state: 'ambiguous', reason: '504' });
    assert.match((await again(office, spread)).text, /Gửi cả cho 3 người chưa rõ/);
  });

  it('comes once to whoever could be reached by neither and then connects', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const second = await resend(office, spread);
    const lost = await deliveryTo(office, second, 'an2');
    await end(office, lost.id, { state: 'unreachable', reason: '403 MessageWritesBlocked' });
    const address = await load(office.store, scope.unit, addressRecord, addressId(person('an2')));
    assert.ok(address);
    await office.store.commit(scope.unit, [
      replace(addressRecord, address, { ...address.data, reachable: 'blocked', reason: '403' }),
    ]);
    const an2 = await personOf(office, 'an2');
    await office.run(async (turn) => turn.ride(await addressChanges(turn, installed, an2)));
    const states = [await deliveryTo(office, spread, 'an2'), await deliveryTo(office, second, 'an2')];
    assert.deepEqual(
      states.map(({ data }) => data.state),
      ['unreachable', 'pending'],
    );
  });

  it('is taken back with the launch: whoever has only the second is told', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const second = await resend(office, spread);
    await end(office, (await deliveryTo(office, second, 'an2')).id, { state: 'sent' });
    await end(office, (await deliveryTo(office, second, 'insuranceHead')).id, { state: 'refused', reason: '413' });
    await office.as('office').click('announce.cancel', { launch: spread, confirm: 'yes' });
    await office.runDue();
    const told = (await office.owed('announce.cancel')).map(({ to }) => to);
    assert.ok(told.includes('an2') && told.includes('an') === false && told.includes('insuranceHead') === false);
  });

  it('leads from the first to the last repeat and back', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    const repeat = await resend(office, spread);
    const opens = async (id: string) =>
      actionsOf((await office.as('office').click('sending.show', { spread: id })).card);
    assert.ok((await opens(spread)).some(({ data }) => data.spread === repeat));
    assert.ok((await opens(repeat)).some(({ verb, data }) => verb === 'sending.show' && data.spread === spread));
  });
});

describe('sending again: refused', () => {
  it('while the first or a repeat is still being decided', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    await again(office, spread, await confirmation(office, spread));
    const error = await wayBack(again(office, spread));
    assert.deepEqual([error.code, error.show.page], ['RESEND_RUNNING', 'sending.show']);
    await office.runDue();
    assert.equal((await again(office, spread)).show.page, 'sending.resend');
  });

  it('after the launch was taken back, with the reason in words', async () => {
    const office = await openOffice();
    const spread = await someBack(office);
    await office.as('office').click('announce.cancel', { launch: spread, confirm: 'yes' });
    await office.runDue();
    const error = await refusal(again(office, spread));
    assert.ok(['RESEND_OVER', 'SENDING_CANCELLED'].includes(error.code), error.code);
    const { card } = await office.as('office').click('sending.show', { spread });
    assert.ok(!actionsOf(card).some(({ verb }) => verb === 'sending.resend'));
  });

  it('a reminder of yesterday', async () => {
    const office = await openOffice({ now: '2026-11-18T10:00:00' });
    await seedRound(office, { round });
    await office.as('office').click('remind.now', { round, audience: 'staff', formId: 'f1', confirm: 'yes' });
    await office.runDue();
    const [reminder] = (await spreadsOf(office, 'remind.staff')).filter(({ data }) => data.startedBy !== 'system');
    assert.ok(reminder);
    const [one] = await deliveriesOf(office, reminder.id);
    assert.ok(one);
    await end(office, one.id, { state: 'refused', reason: '400' });
    await connect(office, one.data.to.replace('person:', ''));
    assert.match((await again(office, reminder.id)).text, /1 người chắc chắn chưa nhận/);
    office.set('2026-11-19T10:00:00');
    const error = await refusal(again(office, reminder.id, { formId: 'f2', confirm: 'yes' }));
    assert.equal(error.code, 'RESEND_OVER');
    assert.match(String(error.facts.why), /chỉ có giá trị trong ngày gửi/);
  });

  it('does not remind whoever has finished since', async () => {
    const office = await openOffice({ now: '2026-11-18T10:00:00' });
    await seedRound(office, { round });
    await office.as('office').click('remind.now', { round, audience: 'staff', formId: 'f1', confirm: 'yes' });
    await office.runDue();
    const [reminder] = (await spreadsOf(office, 'remind.staff')).filter(({ data }) => data.startedBy !== 'system');
    assert.ok(reminder);
    await connect(office, 'an');
    await end(office, (await deliveryTo(office, reminder.id, 'an')).id, { state: 'refused', reason: '400' });
    await seedDossier(office, 'an', { state: 'submitted' });
    assert.match((await again(office, reminder.id)).text, /Không có ai chắc chắn chưa nhận/);
  });

  it('a call that is closed, a round whose deadline is over', async () => {
    const office = await openOffice();
    const draft = { title: 'Ngày hội', text: 'Mời tham gia.', place: 'Hội trường', date: '2026-11-14', time: '07:30' };
    const post = { ...draft, formId: 'call0001', answerBy: '2026-11-12', confirm: 'yes' };
    await office.as('thao').click('call.post', post);
    await office.runDue();
    assert.equal((await again(office, 'spread:call:call0001')).show.page, 'sending.resend');
    await office.as('thao').click('call.close', { call: 'call:call0001', confirm: 'yes' });
    assert.equal(await codeOf(again(office, 'spread:call:call0001')), 'RESEND_OVER');
    await sentLaunch(office);
    await office.as('office').click('round.open', { round, confirm: 'yes' });
    await office.runDue();
    const opened = `spread:roundOpened:round:${round}`;
    assert.equal((await again(office, opened)).show.page, 'sending.resend');
    office.set('2026-12-02T09:00:00');
    assert.equal(await codeOf(again(office, opened)), 'RESEND_OVER');
  });
});
