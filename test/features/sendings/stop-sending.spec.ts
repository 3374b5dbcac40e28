import assert from 'node:assert/strict';
import { isCancelled } from '../../../src/delivery/spread/cancelled.ts';
import { Refusal } from '../../../src/pipeline/answer.ts';
import { load, replace } from '../../../src/ports/documents.ts';
import { deliveryRecord, spreadRecord } from '../../../src/records/message.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { change, openRecaller, seedAddress } from '../../support/recalling.ts';
import { crowd, launch, settle } from '../campaign/launching.ts';

/** Everyone was told that the round is open; some have it. */
async function announced(sent: readonly string[] = [], setup: Parameters<typeof openOffice>[0] = {}) {
  const office = await openOffice(setup);
  await launch(office);
  await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
  await office.runDue();
  const spread = 'spread:roundOpened:round:annual-2026';
  for (const key of sent) {
    await seedAddress(office, person(key));
    await settle(office, await idOf(office, key), 'sent');
    await change(office, await idOf(office, key), { activityId: `m-${key}` });
  }
  return { office, spread };
}
async function idOf(office: Office, key: string): Promise<string> {
  const mine = (await office.owed('round.open')).find(({ to }) => to === key);
  assert.ok(mine, `${key} is owed nothing`);
  return mine.id;
}
const refusal = async (act: Promise<unknown>): Promise<Refusal> => {
  const error = await act.catch((e: unknown) => e);
  assert.ok(error instanceof Refusal, String(error));
  return error;
};
/** Each time that figures are counted, the spread has gone on. */
async function stepsWhileCounting(office: Office, id: string): Promise<void> {
  const count = office.store.count.bind(office.store);
  office.store.count = async (query) => {
    const spread = await load(office.store, scope.unit, spreadRecord, id);
    if (spread?.data.state !== 'cancelled' && spread !== undefined)
      await office.store.commit(scope.unit, [replace(spreadRecord, spread, spread.data)]);
    return count(query);
  };
}
const stateOf = async (office: Office, spread: string) =>
  (await load(office.store, scope.unit, spreadRecord, spread))?.data.state;

describe('hủy gửi', () => {
  it('shows who has it and who will not get it, then stops what was not sent yet', async () => {
    const { office, spread } = await announced(['an', 'on']);
    await settle(office, await idOf(office, 'thao'), 'unreachable');
    const confirm = await office.as('office').click('sending.cancel', { spread });
    assertGoodCard(confirm.card);
    assert.match(confirm.text, /Người nhận\n13 người\nĐã gửi đến\n2 người\nChưa gửi\n10 người\nChưa kết nối\n1 người/);
    assert.equal(await stateOf(office, spread), 'done');
    const button = actionsOf(confirm.card).find(({ verb }) => verb === 'sending.cancel');
    const done = await office.as('office').click('sending.cancel', button?.data);
    assert.match(done.text, /Đã hủy gửi/);
    assert.equal(await stateOf(office, spread), 'cancelled');
    const waiting = await load(office.store, scope.unit, deliveryRecord, await idOf(office, 'hniê'));
    assert.ok(waiting);
    assert.equal(await isCancelled(office.store, waiting), true);
  });

  it('counts apart of whom it is not known whether they have it', async () => {
    const { office, spread } = await announced(['an']);
    await settle(office, await idOf(office, 'on'), 'ambiguous');
    const { text } = await office.as('office').click('sending.cancel', { spread });
    assert.match(text, /13 người\nĐã gửi đến\n1 người\nChưa rõ đã nhận hay chưa\n1 người\nChưa gửi\n11 người/);
  });

  it('stops one that is still running: nobody more is owed anything', async () => {
    const office = await openOffice();
    await crowd(office, 60);
    await launch(office);
    await office.runDue();
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    const spread = 'spread:roundOpened:round:annual-2026';
    const confirm = await office.as('office').click('sending.cancel', { spread });
    assert.match(confirm.text, /Người nhận\n73 người\nChưa gửi\n73 người/);
    await office.as('office').click('sending.cancel', { spread, confirm: 'yes' });
    await office.runDue();
    assert.deepEqual(await office.owed('round.open'), []);
    const shown = await office.as('office').click('sending.show', { spread });
    assertGoodCard(shown.card);
  });

  for (const verb of ['sending.cancel', 'sending.recall'])
    it(`${verb} is not outrun by the steps of a sending that is still running`, async () => {
      const { office, spread } = await announced(['an']);
      await stepsWhileCounting(office, spread);
      await office.as('office').click(verb, { spread, confirm: 'yes' });
      assert.equal(await stateOf(office, spread), 'cancelled');
    });

  it('happens once, whoever clicks again', async () => {
    const { office, spread } = await announced(['an']);
    await office.as('office').click('sending.cancel', { spread, confirm: 'yes' });
    const before = await office.dump('audit');
    for (const key of ['office', 'secretary'])
      assert.match((await office.as(key).click('sending.cancel', { spread, confirm: 'yes' })).text, /đã được hủy lúc/);
    assert.equal((await office.dump('audit')).length, before.length);
  });

  it('is refused when all is sent, for a launch in force, for the word that it was cancelled, and to others', async () => {
    const all = ['director', 'vice', 'officeHead', 'office', 'secretary', 'adviceHead', 'adviceDeputy'];
    const { office, spread } = await announced([...all, 'an', 'an2', 'hniê', 'insuranceHead', 'thao', 'on']);
    const stop = (who: string, of: string) => office.as(who).click('sending.cancel', { spread: of, confirm: 'yes' });
    assert.equal((await refusal(stop('office', spread))).code, 'STOP_NOTHING_LEFT');
    for (const who of ['an', 'adviceHead', 'director'])
      await assert.rejects(stop(who, spread), { code: 'NOT_ALLOWED_STOP' });
    await assert.rejects(stop('office', 'spread:none'), { code: 'SENDING_UNKNOWN' });
    await assert.rejects(stop('office', person('an')), { code: 'SENDING_UNKNOWN' });

    const other = await openOffice();
    const which = await launch(other);
    await other.runDue();
    const launched = await refusal(other.as('office').click('sending.cancel', { spread: which }));
    assert.deepEqual([launched.code, launched.show.page], ['STOP_IS_LAUNCH', 'announce.progress']);
    for (const { id } of await other.owed('announce.launch')) await settle(other, id, 'sent');
    await other.as('office').click('announce.cancel', { launch: which, confirm: 'yes' });
    await other.runDue();
    const word = await refusal(
      other.as('office').click('sending.cancel', { spread: `spread:launchCancelled:${which}` }),
    );
    assert.equal(word.code, 'STOP_STAYS');
  });
});

describe('thu hồi tin', () => {
  it('says from whom, takes it back, and names from whom it could not be', async () => {
    const { office, spread } = await announced(['an', 'an2', 'on', 'thao']);
    await change(office, await idOf(office, 'an2'), { answeredAt: '2026-11-02T02:30:00.000Z' });
    await settle(office, await idOf(office, 'hniê'), 'ambiguous');
    const confirm = await office.as('office').click('sending.recall', { spread });
    assertGoodCard(confirm.card);
    assert.match(confirm.text, /Thu hồi của\n4 người\ntrong đó đã mở, trả lời\n1 người/);
    assert.match(confirm.text, /Chưa nhận, sẽ không gửi nữa\n8 người/);
    assert.match(confirm.text, /1 người chưa rõ kết quả gửi/);
    assert.deepEqual(await office.dump('recall'), []);
    const button = actionsOf(confirm.card).find(({ verb }) => verb === 'sending.recall');
    const going = await office.as('office').click('sending.recall', button?.data);
    assertGoodCard(going.card);
    assert.match(going.text, /Đang thu hồi[\s\S]*0\nĐã thu hồi\n4\nĐang thu hồi\n0\nKhông thu hồi được/);
    assert.equal(await stateOf(office, spread), 'cancelled');

    const recaller = openRecaller(office);
    await recaller.mark();
    recaller.teams.next({ kind: 'unreachable', reason: '403' }, { kind: 'gone', reason: '404' });
    await recaller.take();
    for (const { id, data } of await office.owed('round.open'))
      if (data.state === 'pending') await change(office, id, { state: 'superseded', reason: 'cancelled' });
    office.set('2026-11-02T09:05:00');
    await recaller.mark();
    const done = await office.as('secretary').click('sending.recalled', { spread, page: '0' });
    assertGoodCard(done.card);
    assert.match(
      done.text,
      /Lê Thị Thu Hà yêu cầu thu hồi lúc 09:00 ngày 02\/11\/2026\nThu hồi được một phần\n2\nĐã thu hồi/,
    );
    assert.match(done.text, /2\nKhông thu hồi được\n[\s\S]*Đã chặn hoặc đã gỡ ứng dụng/);
    assert.match(done.text, /Tin hoặc cuộc trò chuyện không còn/);
    assert.equal((await office.as('office').page('sending.recalled', { spread, page: '0' }))?.subject, spread);
  });

  it('is never said to be done where nothing could be taken back', async () => {
    const { office, spread } = await announced(['an']);
    await office.as('office').click('sending.recall', { spread, confirm: 'yes' });
    const recaller = openRecaller(office);
    await recaller.mark();
    recaller.teams.next({ kind: 'gone', reason: '404' });
    await recaller.take();
    for (const { id, data } of await office.owed('round.open'))
      if (data.state === 'pending') await change(office, id, { state: 'superseded', reason: 'cancelled' });
    office.set('2026-11-02T09:05:00');
    await recaller.mark();
    const { text } = await office.as('office').click('sending.recalled', { spread, page: '0' });
    assert.match(text, /02\/11\/2026\nKhông thu hồi được\n0\nĐã thu hồi\n0\nĐang thu hồi\n1\nKhông thu hồi được/);
  });

  it('is under way until the last is taken back, also what was on its way when it began', async () => {
    const { office, spread } = await announced(['an']);
    await office.as('office').click('sending.recall', { spread, confirm: 'yes' });
    const recaller = openRecaller(office);
    await recaller.mark();
    await recaller.take();
    for (const { id, data } of await office.owed('round.open'))
      if (data.state === 'pending') await change(office, id, { state: 'superseded', reason: 'cancelled' });
    await seedAddress(office, person('on'));
    await change(office, await idOf(office, 'on'), { state: 'sent', activityId: 'late' });
    office.set('2026-11-02T09:05:00');
    await recaller.mark();
    assert.equal((await recaller.recall(spread))?.stage, 'done');
    const shown = async () => (await office.as('office').click('sending.recalled', { spread, page: '0' })).text;
    assert.match(await shown(), /Đang thu hồi\n[\s\S]*1\nĐã thu hồi\n1\nĐang thu hồi\n/);
    await recaller.take();
    assert.match(await shown(), /Đã thu hồi xong\n2\nĐã thu hồi\n0\nĐang thu hồi/);
  });

  it('pages the names, in the order of given names, and never leads past the end', async () => {
    const { office, spread } = await announced(['an', 'on', 'thao']);
    // The service never told their ids.
    for (const key of ['an', 'on', 'thao']) await change(office, await idOf(office, key), { activityId: '' });
    await office.as('office').click('sending.recall', { spread, confirm: 'yes' });
    await office.runDue();
    const { text } = await office.as('office').click('sending.recalled', { spread, page: '9' });
    assert.match(text, /Nguyễn Văn An[\s\S]*Tôn Nữ Hoàng Trường Phương Thảo Nguyên[\s\S]*Lý Ơn/);
  });

  it('keeps every card sendable with hundreds whose message stays', async () => {
    const office = await openOffice({ people: { secretary: { locale: 'en' } } });
    await crowd(office, 330);
    await launch(office);
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    await office.runDue();
    const owed = await office.owed('round.open');
    for (const { id } of owed.slice(1)) await change(office, id, { state: 'sent', activityId: '' });
    const spread = 'spread:roundOpened:round:annual-2026';
    for (const key of ['office', 'secretary']) {
      assertGoodCard((await office.as(key).click('sending.recall', { spread })).card);
      assertGoodCard((await office.as(key).click('sending.cancel', { spread })).card);
    }
    await office.as('office').click('sending.recall', { spread, confirm: 'yes' });
    await office.runDue();
    for (const key of ['office', 'secretary']) {
      const { card, text } = await office.as(key).click('sending.recalled', { spread, page: '20' });
      assertGoodCard(card);
      assert.match(text, /241–252 (trên|of) 342/);
    }
  });

  it('of a launch comes after its cancelling, and those who had it are still told', async () => {
    const office = await openOffice();
    const which = await launch(office);
    await office.runDue();
    const mine = (await office.owed('announce.launch')).find(({ to }) => to === 'an');
    assert.ok(mine);
    await seedAddress(office, person('an'));
    await settle(office, mine.id, 'sent');
    await change(office, mine.id, { activityId: 'm1' });
    const early = await refusal(office.as('office').click('sending.recall', { spread: which, confirm: 'yes' }));
    assert.deepEqual([early.code, early.show.page], ['RECALL_LAUNCH_FIRST', 'announce.progress']);
    const cancelled = await office.as('office').click('announce.cancel', { launch: which, confirm: 'yes' });
    const offer = actionsOf(cancelled.card).find(({ verb }) => verb === 'sending.recall');
    assert.deepEqual(offer?.data, { spread: which });
    await office.as('office').click('sending.recall', { ...offer?.data, confirm: 'yes' });
    await office.runDue();
    const recaller = openRecaller(office);
    await recaller.take();
    assert.deepEqual(recaller.teams.removed, [{ to: person('an'), activityId: 'm1' }]);
    const notice = (await office.owed('announce.cancel')).find(({ to }) => to === 'an');
    assert.ok(notice);
    assert.ok(await office.as('an').page(notice.data.show.page, notice.data.show.params));
    const after = await office.as('office').page('announce.progress', cancelled.show.params);
    assert.ok(actionsOf(after?.card).some(({ verb }) => verb === 'sending.recalled'));
  });

  it('of a launch that can no longer be cancelled says so, and asks for nothing that would be refused', async () => {
    for (const barredBy of ['none', 'time', 'round'] as const) {
      const office = await openOffice();
      const which = await launch(office);
      if (barredBy === 'round') await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
      if (barredBy === 'time') office.set(office.now.plus({ hours: 24, minutes: 1 }).toISO() ?? '');
      for (const [verb, asks] of [
        ['sending.recall', /Đề nghị hủy phát động trước/],
        ['sending.cancel', /Đề nghị hủy phát động ở bên dưới/],
      ] as const) {
        const refused = await refusal(office.as('office').click(verb, { spread: which, confirm: 'yes' }));
        const said = office.turn().texts('vi').t(`errors.${refused.code}`, refused.facts);
        const shown = await office.as('office').page(refused.show.page, refused.show.params);
        const offers = actionsOf(shown?.card).some((action) => action.verb === 'announce.cancel');
        assert.deepEqual([asks.test(said), offers], [barredBy === 'none', barredBy === 'none'], said);
        if (barredBy === 'time') assert.match(said, /Đã quá thời gian hủy/);
        if (barredBy === 'round') assert.match(said, /Đã mở đợt xét khen thưởng theo lần phát động này/);
      }
      office.store.close();
    }
  });

  it('is asked for once, and refused when nobody has it', async () => {
    const { office, spread } = await announced(['an']);
    const click = (who: string) => office.as(who).click('sending.recall', { spread, confirm: 'yes' });
    await Promise.all([click('office'), click('office')]);
    assert.equal((await office.dump('recall')).length, 1);
    const late = await refusal(click('secretary'));
    assert.deepEqual([late.code, late.facts.by, late.show.page], ['ALREADY_DONE', 'Lê Thị Thu Hà', 'sending.recalled']);
    await assert.rejects(click('an'), { code: 'NOT_ALLOWED_STOP' });
    for (const page of ['sending.cancel', 'sending.recall'])
      assert.equal(await office.as('director').page(page, { spread }), null);
    assert.equal(await office.as('an').page('sending.recalled', { spread, page: '0' }), null);
    const none = await announced();
    const nothing = none.office.as('office').click('sending.recall', { spread: none.spread, confirm: 'yes' });
    assert.equal((await refusal(nothing)).code, 'RECALL_NOTHING');
  });
});
