import assert from 'node:assert/strict';
import { extensionId } from '../../../src/records/extension.ts';
import { nominationId } from '../../../src/records/nomination.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('intake.extend: more time for one candidate', () => {
  let office: Office;
  const id = nominationId(round, person('hniê'));
  beforeEach(async () => {
    office = await openOffice({ now: '2026-12-01T09:00:00' });
    await seedRound(office);
  });
  const find = (name: string) => office.as('office').click('intake.find', { round, name });
  const extend = (more: object = {}, as = 'office') =>
    office
      .as(as)
      .click('intake.extend', { nomination: id, rev: '0.0', send: 'yes', reason: 'Điều trị nội trú', ...more });
  async function answerAll(key: string): Promise<void> {
    for (const criterion of ['CN1', 'CN2'])
      await office.as(key).click('assess.save', { criterion, rating: 'met', words: 'Đã làm', round });
  }
  async function send(key: string): Promise<void> {
    const confirm = await office.as(key).click('nomination.submit', { round });
    const sure = actionsOf(confirm.card).find(({ data }) => data.confirm === 'yes');
    await office.as(key).click('nomination.submit', sure?.data);
  }

  it('is found and given to somebody who has begun nothing, who is told and goes the usual way, marked late', async () => {
    const refusal = await wayBack(office.as('hniê').click('nomination.request', { round, level: 'unit' }));
    assert.equal(refusal.code, 'DEADLINE_PASSED');
    assert.match((await office.as('hniê').say('hồ sơ')).text, /hồ sơ chưa đủ hoặc chưa bắt đầu được gia hạn riêng/);

    const list = await find('hen nie');
    assert.match(list.text, /Chưa bắt đầu/);
    const row = actionsOf(list.card).find(({ verb, data }) => verb === 'intake.extend' && data.nomination === id);
    const form = await office.as('office').click('intake.extend', row?.data);
    assertGoodCard(form.card);
    assert.match(form.text, /Chưa bắt đầu tự đánh giá\. Hạn gửi là hết ngày 30\/11\/2026, nay đã hết/);
    const button = actionsOf(form.card).find(({ title }) => title === 'Gia hạn riêng');
    const done = await office
      .as('office')
      .click('intake.extend', { ...button?.data, reason: 'Điều trị nội trú', until: '' });
    assert.match(done.text, /Đã gia hạn riêng cho H'Hen Niê\. Hạn gửi: 17:00 ngày 08\/12\/2026/);

    const [owed] = await office.owed('intake.extended');
    assert.deepEqual([owed?.to, owed?.data.urgent], ['hniê', true]);
    const told = await office.as('hniê').page('intake.extended', owed?.data.show.params);
    assertGoodCard(told?.card ?? assert.fail());
    assert.match(textOf(told?.card), /Điều trị nội trú/);
    assert.match(told?.summary ?? '', /gia hạn gửi: .*08\/12\/2026/);

    office.set('2026-12-07T10:00:00');
    assert.ok(actionsOf(told?.card).some(({ verb }) => verb === 'assess.open'));
    assert.match((await office.as('hniê').say('việc của tôi')).text, /[Tt]ự đánh giá[\s\S]*08\/12\/2026/);
    await answerAll('hniê');
    await office.as('hniê').click('nomination.request', { round, level: 'unit' });
    await send('hniê');
    const { data } = await nominationOf(office, id);
    assert.equal(data.state, 'submitted');
    assert.deepEqual(data.late, {
      by: person('office'),
      at: instant('2026-12-01T09:00:00'),
      reason: 'Điều trị nội trú',
    });
    assert.equal(await office.as('hniê').page('intake.extended', owed?.data.show.params), null);
  });

  it('is no lateness when it is given and used before the deadline, and keeps a draft from lapsing with the round', async () => {
    office.set('2026-11-30T16:55:00');
    await extend({ until: '10/12/2026' });
    await answerAll('hniê');
    await office.as('hniê').click('nomination.request', { round, level: 'unit' });
    const other = await seedDossier(office, 'an', { state: 'draft' });
    office.set('2026-12-01T00:03:00');
    await office.runDue();
    assert.deepEqual(
      [(await nominationOf(office, id)).data.state, (await nominationOf(office, other)).data.state],
      ['draft', 'draft'],
    );
    office.set('2026-11-30T17:00:00');
    await send('hniê');
    assert.equal((await nominationOf(office, id)).data.late, null);
  });

  it('makes nothing late that was first sent in time, also when it is sent back and sent again in it', async () => {
    office.set('2026-11-20T09:00:00');
    await extend({ until: '15/12/2026' });
    await answerAll('hniê');
    await office.as('hniê').click('nomination.request', { round, level: 'unit' });
    await send('hniê');
    office.set('2026-11-30T09:00:00');
    const { rev } = await nominationOf(office, id);
    const back = { nomination: id, rev: String(rev), confirm: 'yes', reason: 'Bổ sung số liệu' };
    await office.as('adviceHead').click('review.return', back);
    office.set('2026-12-05T09:00:00');
    await send('hniê');
    assert.equal((await nominationOf(office, id)).data.late, null);
  });

  it('lapses what was begun and not sent at its own end, once, and is silent when nothing was begun', async () => {
    await extend();
    await extend({ nomination: nominationId(round, person('thao')) });
    await answerAll('hniê');
    await office.as('hniê').click('nomination.request', { round, level: 'unit' });
    office.set('2026-12-08T17:01:59');
    await office.runDue();
    assert.equal((await nominationOf(office, id)).data.state, 'draft');
    office.set('2026-12-08T17:02:00');
    const due = await office.store.get(scope.unit, extensionId(round, person('hniê')));
    await office.runDue();
    await assert.rejects(office.lane('extension', due ?? assert.fail()), { code: 'Conflict' });
    assert.equal((await nominationOf(office, id)).data.state, 'lapsed');
    const history = (await office.dump('audit')).map(({ data }) => data as { command: string; subject: string });
    assert.deepEqual(history.filter(({ subject }) => subject === id).at(-1)?.command, 'nomination.lapse');
    assert.deepEqual(
      (await office.owed('closing.lapsed')).map(({ to }) => to),
      ['hniê'],
    );
    assert.equal(
      await codeOf(office.as('hniê').click('assess.save', { criterion: 'CN1', rating: 'met', words: 'x', round })),
      'DOSSIER_LAPSED',
    );
  });

  it('can be given again, earlier or later; for a dossier sent back it changes the supplement deadline', async () => {
    await extend({ until: '30/12/2026' });
    await extend({ rev: '0.1', reason: 'Ghi nhầm ngày', until: '10/12/2026' });
    office.set('2026-12-11T09:00:00');
    assert.equal(
      await codeOf(office.as('hniê').click('assess.save', { criterion: 'CN1', rating: 'met', words: 'x', round })),
      'DEADLINE_PASSED',
    );

    const returned = {
      by: person('office'),
      at: instant('2026-12-01T09:00:00'),
      reason: 'Thiếu',
      until: instant('2027-12-31T17:00:00'),
    };
    const back = await seedDossier(office, 'an', { state: 'returned', nomination: { returned } });
    const form = await office.as('office').click('intake.extend', { nomination: back });
    assert.match(form.text, /Còn gửi được đến 17:00 ngày 31\/12\/2027/);
    await extend({ nomination: back, rev: '1.0', reason: 'Ghi nhầm năm', until: '28/12/2026' });
    const { data } = await nominationOf(office, back);
    assert.deepEqual(
      [data.returned?.until, data.returned?.reason, data.state],
      [instant('2026-12-28T17:00:00'), 'Thiếu', 'returned'],
    );
    assert.deepEqual(
      (await office.owed('intake.extended')).map(({ to }) => to),
      ['an', 'hniê', 'hniê'],
    );
  });

  it('lets the candidate bring back a withdrawn dossier, and a department write its own', async () => {
    const mine = await seedDossier(office, 'an', { state: 'withdrawn' });
    await extend({ nomination: mine, rev: '1.0' });
    await office.as('an').click('nomination.reopen', { round, rev: '1' });
    assert.equal((await nominationOf(office, mine)).data.state, 'draft');
    await extend({ nomination: nominationId(round, dept('insurance')) });
    assert.deepEqual((await office.owed('intake.extended')).map(({ to }) => to).sort(), ['an', 'insuranceHead']);
    const opened = await office.as('insuranceHead').click('assess.open', { round, candidate: dept('insurance') });
    assert.ok(actionsOf(opened.card).length > 0);
  });

  it('twice is once; a colleague’s is not overwritten', async () => {
    await extend();
    assert.equal((await extend()).remark?.tone, 'good');
    assert.equal((await office.owed('intake.extended')).length, 1);
    assert.equal(await codeOf(extend({ reason: 'Khác' }, 'officeHead')), 'ALREADY_DONE');
    assert.equal((await office.store.get(scope.unit, extensionId(round, person('hniê'))))?.doc.rev, 1);
  });

  it('is refused without a reason, with a bad day, to others, for one’s own, for what was sent or lapsed, for nobody', async () => {
    for (const [more, code] of [
      [{ reason: ' ' }, 'REASON_MISSING'],
      [{ until: 'mai' }, 'DATE_UNREADABLE'],
      [{ until: '30/11/2026' }, 'DATE_IN_PAST'],
      [{ until: '02/12/2026' }, 'UNTIL_TOO_EARLY'],
      [{ until: '31/12/2027' }, 'UNTIL_TOO_LATE'],
    ] as const) {
      const back = await wayBack(extend(more));
      assert.deepEqual([back.code, back.show.page], [code, 'intake.lateForm']);
      assert.ok(back.typed?.reason !== undefined && back.typed.until !== undefined);
    }
    for (const key of ['an', 'adviceHead', 'director']) assert.equal(await codeOf(extend({}, key)), 'OFFICE_ONLY');
    assert.equal(await codeOf(extend({ nomination: nominationId(round, person('office')) })), 'OWN_DOSSIER');
    for (const [key, state] of [
      ['an', 'accepted'],
      ['on', 'awarded'],
      ['thao', 'lapsed'],
    ] as const) {
      const nomination = await seedDossier(office, key, { state });
      assert.equal(await codeOf(extend({ nomination, rev: '1.0' })), 'WRONG_STATE');
    }
    assert.equal(await codeOf(extend({ nomination: nominationId(round, person('nobody')) })), 'NOTHING_TO_SHOW');
    assert.equal(await codeOf(extend({ nomination: 'round:annual-2026' })), 'NOTHING_TO_SHOW');
    assert.equal(await codeOf(extend({ nomination: nominationId('annual-2031', person('an')) })), 'NO_ROUND');
    assert.equal(await codeOf(extend({ nomination: nominationId(round, dept('lead')) })), 'NOT_COLLECTIVE');
    assert.deepEqual(await office.dump('extension'), []);
  });

  it('is not given to whoever has left', async () => {
    office = await openOffice({
      now: '2026-12-01T09:00:00',
      people: { hniê: { status: 'left', statusFrom: '2026-11-15' } },
    });
    await seedRound(office);
    assert.equal(await codeOf(extend()), 'EXTEND_LEFT');
    assert.doesNotMatch((await find('Hen')).text, /H'Hen/);
  });
});

describe('intake.find: anyone and any dossier', () => {
  it('by a part of the name, by department, by code and by the code of earlier releases', async () => {
    const office = await openOffice({ now: '2026-11-16T09:00:00' });
    await seedRound(office);
    const an = await seedDossier(office, 'an', { state: 'draft' });
    const { card } = await office.as('an').click('nomination.submit', { round });
    await office.as('an').click('nomination.submit', actionsOf(card).find(({ data }) => data.confirm === 'yes')?.data);
    await office.runDue();
    await seedDossier(office, 'thao', { state: 'awarded' });
    const rows = async (name: string) => {
      const shown = await office.as('office').click('intake.find', { round, name });
      assertGoodCard(shown.card);
      return actionsOf(shown.card)
        .filter(({ data }) => data.nomination !== undefined)
        .map(({ verb, data }) => [verb, String(data.nomination).replace(`nomination:${round}:`, '')]);
    };
    for (const code of ['A2026-001', 'a2026-001', '001', 'A2026-AN'])
      assert.ok(
        (await rows(code)).some(([verb, who]) => verb === 'intake.open' && who === person('an')),
        code,
      );
    assert.deepEqual(await rows('phuong thao'), [['intake.open', person('thao')]]);
    assert.deepEqual(await rows('nguyen van an'), [
      ['intake.open', person('an')],
      ['intake.extend', person('an2')],
    ]);
    assert.deepEqual(await rows('bao hiem that nghiep'), [['intake.extend', dept('insurance')]]);
    assert.deepEqual(await rows('không có ai'), []);
    assert.equal((await nominationOf(office, an)).data.state, 'submitted');
    await assert.rejects(office.as('an').click('intake.find', { round, name: 'thao' }), { code: 'OFFICE_ONLY' });
    // A card of an earlier release names the page as it was called then.
    assert.ok(await office.as('office').page('intake.lateList', { round }));
  });
});
