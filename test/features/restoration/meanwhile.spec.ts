import assert from 'node:assert/strict';
import { owe } from '../../../src/delivery/owe/owe.ts';
import { answerChanges } from '../../../src/delivery/send/answered.ts';
import { morningOf } from '../../../src/domain/calendar/morning.ts';
import { isTold, morningMessage, morningOwing } from '../../../src/model/sending/morning.ts';
import { postingOf } from '../../../src/model/sending/posting.ts';
import { decode } from '../../../src/ports/documents.ts';
import { channelOwner } from '../../../src/records/address.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { openChats } from '../../support/open-chats.ts';
import { restored } from '../../support/restored.ts';
import { sendingOffice } from '../../support/sending-office.ts';
import { connect, launch } from '../campaign/launching.ts';
import { end, sentLaunch } from '../sendings/a-sending.ts';
import { restoredOffice, unsentOne } from './a-restoration.ts';

const request = (n: number) => ({
  to: person('adviceHead'),
  kind: 'review.request',
  show: { page: 'todo.show', params: { page: '0' } },
  subject: `dossier:${n}`,
  rev: 1,
  urgent: true,
  coalesce: 'review.request',
});
const stateOf = async (office: Office, n: number): Promise<string | undefined> =>
  (await office.owed('review.request')).find(({ id }) => id.includes(`dossier:${n}@`))?.data.state;

describe('while messages are held back', () => {
  it('a new request goes out at once though an older one of its key is held, and takes its place', async () => {
    const office = await openOffice();
    await connect(office, 'adviceHead');
    await office.store.commit(scope.unit, [owe(scope, office.now, request(1))]);
    const id = await restored(office);
    office.set('2026-11-02T09:05:00');
    await office.store.commit(scope.unit, [owe(scope, office.now, request(2))]);
    const sender = sendingOffice(office);
    await sender.send();
    assert.equal(sender.in('a:adviceHead').length, 1);
    assert.deepEqual([await stateOf(office, 2), await stateOf(office, 1)], ['sent', 'superseded']);
    await office.as('office').click('restoration.choose', { restoration: id, choice: 'send', confirm: 'yes' });
    await sender.send();
    assert.equal(sender.in('a:adviceHead').length, 1);
  });

  it('one of its key that shows something else stays held, and goes when the office says so', async () => {
    const office = await openOffice();
    await connect(office, 'adviceHead');
    const other = { page: 'todo.show', params: { page: '1' } };
    await office.store.commit(scope.unit, [owe(scope, office.now, { ...request(1), show: other })]);
    const id = await restored(office);
    office.set('2026-11-02T09:05:00');
    await office.store.commit(scope.unit, [owe(scope, office.now, request(2))]);
    const sender = sendingOffice(office);
    await sender.send();
    assert.deepEqual([await stateOf(office, 2), await stateOf(office, 1)], ['sent', 'pending']);
    await office.as('office').click('restoration.choose', { restoration: id, choice: 'send', confirm: 'yes' });
    await office.runDue();
    office.set('2026-11-03T16:00:00');
    await sender.send();
    assert.equal(await stateOf(office, 1), 'sent');
  });

  it('they are sent on, once each, when the office says so, and what is past its time expires', async () => {
    const office = await openOffice();
    await connect(office, 'an');
    await unsentOne(office, 'intake.accepted', 1);
    await unsentOne(office, 'remind.staff', 2, { expiresAt: '2026-11-01T10:00:00.000Z' });
    const id = await restored(office);
    const sender = sendingOffice(office);
    await sender.send();
    assert.deepEqual(sender.in('a:an'), []);
    await office.as('office').click('restoration.choose', { restoration: id, choice: 'send', confirm: 'yes' });
    await sender.send();
    await sender.send();
    assert.equal(sender.in('a:an').length, 1);
    assert.equal((await office.owed('remind.staff'))[0]?.data.state, 'expired');
  });

  it('what a morning’s held message would have told is told by one of its own', async () => {
    for (const isRestored of [false, true]) {
      const office = await openOffice({ now: '2026-11-16T07:00:00' });
      const morning = morningOf(office.now, office.plan);
      await office.store.commit(scope.unit, [owe(scope, office.now, morningMessage(person('an'), morning))]);
      if (isRestored) await restored(office);
      const found = { to: person('an'), day: morning.day, found: office.now };
      assert.equal(await isTold(office.turn(), found), !isRestored);
      const alone = { sections: [], subject: 'spread:x' };
      const owing = await morningOwing(office.turn(), { ...found, morning, alone });
      assert.equal(owing?.subject, isRestored ? 'spread:x' : undefined);
    }
  });

  it('a click on one that was not tried when the backup was made tells that it has arrived', async () => {
    for (const more of [{}, { state: 'sending' as const, attempts: 1 }]) {
      const { office } = await restoredOffice(['review.request'], more);
      const [owed] = await office.owed('review.request');
      const stored = await office.store.get(scope.unit, owed?.id ?? '');
      assert.ok(stored);
      const click = { by: person('an'), activityId: 'm1', at: office.now };
      const delivery = decode(deliveryRecord, stored);
      assert.deepEqual(answerChanges(delivery, { ...click, isHeld: false }), []);
      await office.store.commit(scope.unit, answerChanges(delivery, { ...click, isHeld: true }));
      assert.equal((await office.owed('review.request'))[0]?.data.state, 'sent');
    }
  });
});

describe('a click in a chat', () => {
  for (const isRestored of [false, true])
    it(`${isRestored ? 'settles a message that is held back' : 'tells nothing of a message that was never tried'}`, async () => {
      const office = await openOffice();
      const chats = await openChats(office);
      await unsentOne(office, 'announce.launch', 1);
      if (isRestored) await restored(office);
      const [owed] = await office.owed('announce.launch');
      await chats.press('an', { messageId: 'm7', verb: 'plan.show', data: { delivery: owed?.id } });
      const [after] = await office.owed('announce.launch');
      assert.equal(after?.data.state, isRestored ? 'sent' : 'pending');
      assert.equal(after?.data.activityId, isRestored ? 'm7' : '');
    });
});

describe('what is said of a message that is held back', () => {
  it('is never that it is being sent, with how long it takes', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const before = await office.as('office').click('sending.show', { spread });
    assert.match(before.text, /Đang gửi/);
    assert.match(before.text, /khoảng \d+ phút/);
    await restored(office);
    const show = await office.as('office').click('sending.show', { spread });
    assert.match(show.text, /Đang giữ lại/);
    assert.match(show.text, /1 tin giữ lại sau khi khôi phục dữ liệu/);
    assert.doesNotMatch(show.text, /Đang gửi|phút/);
    const list = await office.as('office').say('đối soát');
    assert.match(list.text, /bản sao lưu lúc 22:00 ngày 01\/11\/2026: 1 tin/);
    assert.match(list.text, /Đang giữ lại/);
    const people = await office.as('director').click('sending.people', { spread, outcome: 'waiting' });
    assert.match(people.text, /Giữ lại sau khi khôi phục dữ liệu, chờ .*\nĐang giữ lại/);
    const progress = await office.as('office').click('announce.show', { page: '0' });
    assert.match(progress.text, /1\nĐang giữ lại/);
    assert.doesNotMatch(progress.text, /Đang gửi|phút/);
  });

  it('of a sending of which one message more was owed since tells both apart', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    await restored(office);
    const [other] = (await office.owed('announce.launch')).filter(({ to }) => to === 'thao');
    await end(office, other?.id ?? '', { state: 'pending', reason: '' });
    const show = await office.as('office').click('sending.show', { spread });
    assert.match(show.text, /Đang gửi/);
    assert.match(show.text, /Còn 1 tin chờ gửi, .* 1 tin giữ lại/);
  });

  it('of an announcement that had not come to everybody counts them too', async () => {
    const office = await openOffice();
    const spread = await launch(office);
    await restored(office);
    const show = await office.as('office').click('sending.show', { spread });
    assert.match(show.text, /Đang giữ lại/);
    assert.match(show.text, /13 tin giữ lại/);
    assert.doesNotMatch(show.text, /phút/);
  });

  it('in a channel is that it is not there yet, and after it was dropped nothing', async () => {
    const { office, id } = await restoredOffice(['results.1'], { to: channelOwner('office'), cause: 'decision:1' });
    const posting = async () => {
      const turn = office.turn();
      return (await postingOf(turn, turn.texts('vi'), { cause: 'decision:1' })).posting;
    };
    assert.equal(await posting(), 'kept');
    await office.as('office').click('restoration.choose', { restoration: id, choice: 'drop', confirm: 'yes' });
    await office.runDue();
    assert.equal(await posting(), 'none');
  });

  it('is why it was not sent once it is dropped', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const id = await restored(office);
    await office.as('office').click('restoration.choose', { restoration: id, choice: 'drop', confirm: 'yes' });
    await office.runDue();
    const people = await office.as('office').click('sending.people', { spread, outcome: 'dropped' });
    assert.match(people.text, /quyết định không gửi sau khi khôi phục dữ liệu/);
    const show = await office.as('office').click('sending.show', { spread });
    assert.doesNotMatch(show.text, /giữ lại/);
    assert.doesNotMatch((await office.as('office').say('đối soát')).text, /sao lưu/);
  });
});
