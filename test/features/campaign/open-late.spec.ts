import assert from 'node:assert/strict';
import { endingOf } from '../../../src/model/round/closing.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { instant } from '../../support/seed-round.ts';
import { launch } from './launching.ts';

const round = 'annual-2026';

describe('a round opened after its deadline', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-12-03T09:00:00' });
    await launch(office);
  });
  const terms = { day: '2026-12-18', time: '17:00', reason: 'Đơn vị mới thành lập, phát động muộn' };
  const open = (more: object = {}, as = 'office') =>
    office.as(as).click('round.open', { round, confirm: 'yes', ...terms, ...more });

  it('is offered with the reason and the deadline that it needs, and goes the whole way', async () => {
    const choose = await office.as('office').say('mở đợt');
    assert.match(choose.text, /mở muộn được/);
    const offer = actionsOf(choose.card).find(({ verb, data }) => verb === 'round.open' && data.round === round);
    const form = await office.as('office').click('round.open', offer?.data);
    assertGoodCard(form.card);
    assert.match(form.text, /Hạn gửi theo Kế hoạch đã qua[\s\S]*chậm nhất ngày 02\/01\/2027/);
    const button = actionsOf(form.card).find(({ title }) => title === 'Mở đợt muộn');
    const shown = await office.as('office').click('round.open', { ...button?.data, ...terms });
    assertGoodCard(shown.card);
    assert.match(shown.text, /Đang mở[\s\S]*17:00 ngày 18\/12\/2026[\s\S]*phát động muộn/);

    await office.runDue();
    const notice = await office.as('an').page('round.opened', { round });
    assert.match(textOf(notice?.card), /18\/12\/2026/);
    assert.ok((await office.owed('round.open')).some(({ to }) => to === 'an'));
    for (const criterion of ['CN1', 'CN2'])
      await office.as('an').click('assess.save', { criterion, rating: 'met', words: 'Đã làm', round });
    await office.as('an').click('nomination.request', { round, level: 'unit' });
    const confirm = await office.as('an').click('nomination.submit', { round });
    const sure = actionsOf(confirm.card).find(({ data }) => data.confirm === 'yes');
    await office.as('an').click('nomination.submit', sure?.data);
    const [sent] = await office.dump('nomination');
    const { state, late } = (sent ?? assert.fail()).data as { state: string; late: unknown };
    assert.deepEqual([state, late], ['submitted', null]);
  });

  it('closes at its own end, and can be given more time like any other', async () => {
    await open();
    const ending = await office.run((turn) => endingOf(turn, round));
    const opened = { by: person('office'), at: instant('2026-12-03T09:00:00') };
    assert.deepEqual(ending.closing.graces, [
      { ...opened, until: instant('2026-12-18T17:00:59.999'), reason: terms.reason },
    ]);
    await office.runDue();
    office.set('2026-12-18T17:02:00');
    await office.runDue();
    assert.equal((await office.run((turn) => endingOf(turn, round))).closing.phase, 'open');
    office.set('2026-12-18T17:03:00');
    await office.runDue();
    assert.equal((await office.run((turn) => endingOf(turn, round))).closing.phase, 'closed');
    assert.match((await office.as('office').click('round.grace', { round })).text, /Gia hạn nhận hồ sơ/);
  });

  it('twice is once', async () => {
    await open();
    assert.equal((await open()).remark?.tone, 'good');
    assert.equal((await office.dump('round')).length, 1);
    assert.equal(await codeOf(open({}, 'secretary')), 'ALREADY_DONE');
  });

  it('is refused without a reason, without or with a bad time, for too long, to others, and for a year that is over', async () => {
    for (const [more, code] of [
      [{ reason: ' ' }, 'REASON_MISSING'],
      [{ day: '' }, 'GRACE_UNREADABLE'],
      [{ day: 'mai' }, 'GRACE_UNREADABLE'],
      [{ day: '2026-12-03', time: '08:00' }, 'GRACE_PAST'],
      [{ day: '2027-01-03' }, 'LATE_TOO_FAR'],
      [{ day: '2027-12-31' }, 'LATE_TOO_FAR'],
    ] as const) {
      const back = await wayBack(open(more));
      assert.deepEqual([back.code, back.show.page], [code, 'round.confirm']);
      assert.deepEqual(back.typed, { ...terms, ...more });
      assertGoodCard((await office.as('office').page('round.confirm', { round }, back.typed))?.card ?? assert.fail());
    }
    // A card that was shown in time asks for nothing: it leads to the form.
    const old = await wayBack(office.as('office').click('round.open', { round, confirm: 'yes' }));
    assert.deepEqual([old.code, old.show.page], ['ROUND_OVER', 'round.confirm']);
    for (const key of ['an', 'adviceHead', 'director']) assert.equal(await codeOf(open({}, key)), 'NOT_ALLOWED_OPEN');
    assert.equal(await codeOf(open({ round: 'preliminary-2025' })), 'ROUND_OVER');
    assert.deepEqual(await office.dump('round'), []);
  });

  it('asks for no reason before the deadline, whatever the card says', async () => {
    office.set('2026-11-30T16:55:00');
    await open();
    const [opened] = await office.dump('round');
    assert.equal(((opened ?? assert.fail()).data as { graceUntil: string | null }).graceUntil, null);
  });
});
