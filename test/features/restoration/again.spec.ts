import assert from 'node:assert/strict';
import { launchFor } from '../../../src/features/campaign/launch-for.ts';
import { create } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { clicking } from '../../support/clicking.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { restored } from '../../support/restored.ts';
import { sendingOffice } from '../../support/sending-office.ts';
import { connect, launch } from '../campaign/launching.ts';
import { openMilestones } from '../milestones/a-round.ts';
import { deliveriesOf, personOf, sentLaunch } from '../sendings/a-sending.ts';

/** Its button is named after what it opens. */
const open = (hand: ReturnType<typeof clicking>, verb: string): Promise<string> =>
  hand.press(actionsOf(hand.card).find((each) => each.verb === verb)?.title ?? verb);

/** The office goes from its list of tasks to what is held back, and wants none of it sent. */
async function drop(office: Office) {
  const hand = clicking(office, 'office', (await office.as('office').say('việc của tôi')).card);
  await open(hand, 'restoration.show');
  await hand.press('Không gửi');
  assert.match(await hand.press('Không gửi'), /Đã ghi quyết định không gửi/);
  await office.runDue();
  await hand.press('Cập nhật');
  return hand;
}
const keysOf = async (office: Office, spread: string): Promise<string[]> =>
  (await deliveriesOf(office, spread)).map(({ data }) => data.to.replace('person:', ''));
const endsOf = async (office: Office, spread: string): Promise<Set<string>> =>
  new Set((await deliveriesOf(office, spread)).map(({ data }) => `${data.state} ${data.reason}`));

/** A launch that had come to nobody when the backup was made, and that the office dropped. */
async function droppedLaunch() {
  const office = await openOffice();
  for (const key of ['an', 'thao']) await connect(office, key);
  const spread = await launch(office);
  await restored(office);
  return { office, spread, hand: await drop(office) };
}

describe('the task to decide on what is held back', () => {
  it('is the first, whatever is overdue', async () => {
    const office = await openOffice({ now: '2026-12-21T09:00:00' });
    await openMilestones(office, { supplement: '2026-12-05', filing: '2026-12-10', payment: '2026-12-10' });
    const before = await office.as('office').say('việc của tôi');
    assert.match(before.text, /Đã quá hạn/);
    await launch(office);
    await restored(office);
    const { card, text } = await office.as('office').say('việc của tôi');
    assert.match(text, /Đã quá hạn/);
    assert.equal(actionsOf(card)[0]?.verb, 'restoration.show');
  });
});

describe('a launch that the office dropped after a restoration', () => {
  it('comes to nobody, and says of everyone that they were not told', async () => {
    const { office, spread, hand } = await droppedLaunch();
    const sender = sendingOffice(office);
    await sender.send();
    assert.deepEqual([sender.in('a:an'), sender.in('a:thao')], [[], []]);
    assert.deepEqual(await endsOf(office, spread), new Set(['expired held-dropped']));
    const list = await hand.press('Các lần gửi');
    assert.match(list, /0\/13 người đã nhận/);
    assert.match(list, /Không gửi sau khi khôi phục/);
    const show = await open(hand, 'sending.show');
    assert.match(show, /Không còn phải gửi\n13/);
    assert.doesNotMatch(show, /phút|Đang gửi/);
    assert.doesNotMatch((await office.as('office').click('announce.show', { page: '0' })).text, /phút/);
  });

  it('is as true while it is being dropped: nothing is said to wait', async () => {
    const office = await openOffice();
    const spread = await launch(office);
    const id = await restored(office);
    await office.as('office').click('restoration.choose', { restoration: id, choice: 'drop', confirm: 'yes' });
    await office.lane('restoration', await stored(office, id));
    assert.deepEqual(await keysOf(office, spread), []);
    const show = await office.as('office').click('sending.show', { spread });
    assert.match(show.text, /Không gửi sau khi khôi phục/);
    assert.doesNotMatch(show.text, /chờ gửi|phút/);
    const progress = await office.as('office').click('announce.show', { page: '0' });
    assert.match(progress.text, /13/);
    assert.doesNotMatch(progress.text, /phút/);
  });

  it('is sent again from there when that is chosen, once to each', async () => {
    const { office, spread, hand } = await droppedLaunch();
    await hand.press('Các lần gửi');
    await open(hand, 'sending.show');
    const form = await hand.press('Gửi lại');
    assert.match(form, /Không có ai chắc chắn chưa nhận/);
    assert.match(
      form,
      /13 người mà Phòng .* đã quyết định không gửi sau khi khôi phục dữ liệu \(có thể nhận hai lần\)/,
    );
    const again = { ...actionsOf(hand.card).find(({ data }) => data.confirm === 'yes')?.data, dropped: 'true' };
    await hand.press('Gửi lại', { dropped: 'true' });
    // A slow double click.
    await office.as('office').click('sending.resend', again);
    const sender = sendingOffice(office);
    await sender.send();
    await sender.send();
    assert.deepEqual([sender.in('a:an').length, sender.in('a:thao').length], [1, 1]);
    const after = await office.as('office').click('sending.resend', { spread });
    assert.doesNotMatch(after.text, /khôi phục/);
  });

  it('goes to nobody when nobody is chosen', async () => {
    const { hand } = await droppedLaunch();
    await hand.press('Các lần gửi');
    await open(hand, 'sending.show');
    await hand.press('Gửi lại');
    await assert.rejects(hand.press('Gửi lại'), { code: 'RESEND_NOBODY' });
  });

  it('had come to some: of the rest only those are asked for whose messages were dropped', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    await restored(office);
    const hand = await drop(office);
    await hand.press('Các lần gửi');
    await open(hand, 'sending.show');
    const form = await hand.press('Gửi lại');
    assert.match(form, /Gửi cả cho 1 người mà/);
    assert.match(form, /Gửi cả cho 1 người chưa rõ/);
    await hand.press('Gửi lại', { dropped: 'true' });
    await office.runDue();
    const told = await keysOf(office, `spread:resend:2:${spread}`);
    assert.ok(told.includes('on'));
    for (const key of ['thao', 'adviceDeputy', 'director']) assert.ok(!told.includes(key), key);
  });

  it('comes to whoever joins later, as a launch in force does', async () => {
    const { office } = await droppedLaunch();
    const { data } = await personOf(office, 'an');
    const id = person('new');
    await office.store.commit(scope.unit, [create(personRecord, scope, id, { ...data, aadObjectId: 'aad-new' })]);
    await connect(office, 'new');
    await office.run(async (turn) => turn.ride(await launchFor(turn, await personOf(office, 'new'), office.now)));
    const sender = sendingOffice(office);
    await sender.send();
    assert.equal(sender.in('a:new').length, 1);
  });
});

async function stored(office: Office, id: string) {
  const found = await office.store.get(scope.unit, id);
  assert.ok(found);
  return found;
}
