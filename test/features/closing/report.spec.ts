import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, person, scope, textOf } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { changeNomination, instant, nominationOf, round, seedDossier } from '../../support/seed-round.ts';
import { bindOfficeChannel, given } from '../reminders/a-round.ts';
import { closingOf, grace, lapsing, lastDay, message, morning, toOf } from './a-closing.ts';

/** Of thirteen people: two sent, two lapse, one declines, one is on leave, one completes what was sent back; six did nothing. */
async function closed(setup: Parameters<typeof lastDay>[0] = {}, bound = true): Promise<Office> {
  const office = await lastDay({ ...setup, people: { hniê: { status: 'onLeave' }, ...setup.people } });
  if (bound) await bindOfficeChannel(office);
  await seedDossier(office, 'an', { state: 'draft' });
  await seedDossier(office, 'thao', { state: 'draft' });
  await seedDossier(office, 'an2', {
    state: 'submitted',
    nomination: { opinionDueAt: instant('2026-12-08T17:00:00') },
  });
  await seedDossier(office, 'on', { state: 'opined' });
  await seedDossier(office, 'adviceDeputy', { wish: 'declines' });
  const returned = {
    by: person('office'),
    at: instant('2026-11-30T09:00:00'),
    reason: 'Thiếu',
    until: instant('2026-12-07T17:00:00'),
  };
  await seedDossier(office, 'insuranceHead', { state: 'returned', nomination: { returned } });
  await given(office, dept('insurance'), { wish: 'asks', state: 'draft' });
  office.set(lapsing);
  await office.runDue();
  return office;
}

describe('the closing report', () => {
  it('counts everyone once', async () => {
    const office = await closed();
    const { data } = await closingOf(office);
    assert.deepEqual(data.outcome?.total, {
      people: 13,
      onLeave: 1,
      sent: 2,
      lapsed: 2,
      returned: 1,
      extended: 0,
      declines: 1,
      silent: 6,
    });
    assert.equal(data.outcome?.departments.find(({ id }) => id === dept('insurance'))?.collective, 'lapsed');
    assert.equal(data.outcome?.closesAt, instant('2026-11-30T23:59:59.999'));
  });

  it('counts apart whoever still has time that was given to them alone, begun or not', async () => {
    const office = await lastDay();
    await seedDossier(office, 'thao', { state: 'draft' });
    for (const key of ['thao', 'on', 'insuranceHead']) {
      const nomination = `nomination:${round}:${person(key)}`;
      const opened = await office.as('office').click('intake.extend', { nomination });
      const button = actionsOf(opened.card).find(({ title }) => title === 'Gia hạn riêng');
      await office.as('office').click('intake.extend', { ...button?.data, reason: 'Điều trị nội trú' });
    }
    await seedDossier(office, 'insuranceHead', { state: 'submitted' });
    office.set(lapsing);
    await office.runDue();
    const { data } = await closingOf(office);
    const insurance = data.outcome?.departments.find(({ id }) => id === dept('insurance'));
    assert.deepEqual(
      [insurance?.people, insurance?.extended, insurance?.sent, insurance?.lapsed, insurance?.silent],
      [3, 2, 1, 0, 0],
    );
    assert.equal(data.outcome?.total.extended, 2);
    office.set(morning);
    const whole = await office.as('office').page('closing.report', { round, times: '1' });
    assert.match(textOf(whole?.card), /3 người: đã gửi 1 · còn thời gian gia hạn riêng 2/);
    const params = { round, department: dept('insurance'), times: '1' };
    const own = await office.as('insuranceHead').page('closing.department', params);
    assertGoodCard(own?.card ?? {});
    assert.match(textOf(own?.card), /Còn thời gian gia hạn riêng\n2/);
    assert.doesNotMatch(textOf(own?.card), /Không lập hồ sơ/);
  });

  it('goes once to the channel, the office and the heads, in office hours', async () => {
    const office = await closed({ people: { secretary: { status: 'onLeave' } } });
    await office.runDue();
    office.set(morning);
    await office.runDue();
    const reports = await office.owed('closing.report');
    assert.deepEqual(reports.map(({ to }) => to).sort(), [
      'adviceHead',
      'channel:office',
      'director',
      'insuranceHead',
      'office',
      'officeHead',
    ]);
    for (const { to, data } of reports)
      assert.equal(data.dueAt, instant(to === 'channel:office' ? morning : message), to);
  });

  it('goes to the office’s people alone where no channel is bound', async () => {
    const office = await closed({}, false);
    assert.deepEqual(await toOf(office, 'closing.report'), [
      'adviceHead',
      'director',
      'insuranceHead',
      'office',
      'officeHead',
      'secretary',
    ]);
  });

  it('goes to the deputy of a head who is on leave that day, as the head would read it', async () => {
    const office = await closed({ people: { adviceHead: { status: 'onLeave', statusFrom: '2026-12-01' } } });
    assert.deepEqual(await toOf(office, 'closing.report'), [
      'adviceDeputy',
      'channel:office',
      'director',
      'insuranceHead',
      'office',
      'officeHead',
      'secretary',
    ]);
    const owed = (await office.owed('closing.report')).find(({ to }) => to === 'adviceDeputy');
    office.set(morning);
    const shown = await office.as('adviceDeputy').page(owed?.data.show.page ?? '', owed?.data.show.params);
    assertGoodCard(shown?.card ?? {});
    assert.match(textOf(shown?.card), /Kết quả gửi hồ sơ của phòng[\s\S]*Nguyễn Văn An/);
  });

  it('tells the channel figures and no names, and the office what waits', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const office = await closed({ people: { office: { locale } } });
      office.set(morning);
      const channel = await office.channelPage('office', 'closing.report', { round, times: '1' });
      assertGoodCard(channel?.card ?? {});
      assert.deepEqual(actionsOf(channel?.card), []);
      assert.doesNotMatch(textOf(channel?.card), /An|Nguyên|Ơn|Ẩn|Việc tiếp theo/);
      const own = await office.as('office').page('closing.report', { round, times: '1' });
      assertGoodCard(own?.card ?? {});
      assert.deepEqual(
        actionsOf(own?.card).map(({ verb }) => verb),
        ['intake.queue', 'intake.find', 'progress.show', 'round.grace'],
      );
      if (locale === 'en') continue;
      assert.match(
        textOf(own?.card),
        /1 hồ sơ chờ ý kiến[\s\S]*1 hồ sơ chờ tiếp nhận[\s\S]*1 hồ sơ được trả lại[\s\S]*3 hồ sơ chưa gửi khi hết hạn, có thể xem xét nhận muộn/,
      );
      assert.match(
        textOf(own?.card),
        /Phòng Bảo hiểm thất nghiệp\n3 người: đã gửi 1 · chưa gửi khi hết hạn 1 · đang bổ sung hồ sơ được trả lại 1/,
      );
      for (const { verb, data } of actionsOf(own?.card)) assert.ok((await office.as('office').click(verb, data)).text);
      const late = await office.as('office').click('intake.find', { round });
      assert.match(late.text, /Nguyễn Văn An[\s\S]*Chưa gửi khi hết hạn/);
      assert.match((await office.as('office').say('việc của tôi')).text, /3 hồ sơ chưa gửi khi hết hạn/);
      assert.match((await office.as('office').click('round.report', { round })).text, /Kết quả nhận hồ sơ/);
    }
  });

  it('tells a head the own department’s, with names; nobody reads another’s', async () => {
    const office = await closed();
    office.set(morning);
    const params = { round, department: dept('insurance'), times: '1' };
    const own = await office.as('insuranceHead').page('closing.department', params);
    assertGoodCard(own?.card ?? {});
    assert.match(textOf(own?.card), /Đã gửi\n1[\s\S]*Hồ sơ tập thể: Chưa gửi khi hết hạn[\s\S]*Phương Thảo Nguyên/);
    for (const key of ['adviceHead', 'an', 'thao'])
      assert.equal(await office.as(key).page('closing.department', params), null);
    assert.equal(await office.channelPage('office', 'closing.department', params), null);
    const whole = await office.as('director').page('closing.report', { round });
    assert.match(textOf(whole?.card), /13 người: /);
    assert.deepEqual(
      actionsOf(whole?.card).map(({ verb }) => verb),
      ['progress.show'],
    );
    for (const key of ['an', 'adviceHead', 'director']) {
      if (key !== 'director') assert.equal(await office.as(key).page('closing.report', { round }), null);
      assert.equal(await codeOf(office.as(key).click('round.report', { round })), 'OFFICE_ONLY');
    }
    const advice = await office.as('adviceHead').page('closing.department', { ...params, department: dept('advice') });
    assertGoodCard(advice?.card ?? {});
    assert.match(textOf(advice?.card), /1 hồ sơ chờ Trưởng phòng cho ý kiến/);
  });

  it('is not sent when more time was given before the morning, and comes again with the figures of the new end', async () => {
    const office = await closed();
    const an = `nomination:${round}:${person('an')}`;
    await office.as('office').click('round.grace', grace());
    await office.runDue();
    office.set(morning);
    assert.equal(await office.as('office').page('closing.report', { round, times: '1' }), null);
    await changeNomination(office, an, { state: 'submitted' });
    office.set('2026-12-04T17:02:59.999');
    await office.runDue();
    const mornings = (await office.owed('remind.day')).filter(({ to }) => to === 'office');
    assert.deepEqual(
      mornings.map(({ data }) => data.show.params.day),
      ['2026-12-01', '2026-12-07'],
    );
    assert.deepEqual(await Promise.all(mornings.map(({ data }) => office.tells(data))), [[], ['closing.report']]);
    const { data } = await closingOf(office);
    assert.deepEqual([data.outcome?.total.sent, data.outcome?.total.lapsed], [3, 1]);
    assert.equal(await office.as('office').page('closing.report', { round, times: '1' }), null);
    assert.ok(await office.as('office').page('closing.report', { round, times: '2' }));
  });

  it('a posted one says that there is more time', async () => {
    const office = await closed();
    office.set('2026-12-01T09:00:00');
    await office.as('office').click('round.grace', grace());
    const viewer = { unit: scope.unit, owner: 'channel:office', locale: 'vi' as const, at: office.now };
    const shown = await office.pages.compose(
      { page: 'closing.report', params: { round, times: '1' } },
      { viewer, redraw: true },
    );
    assert.match(textOf(shown?.card), /Đã gia hạn nhận hồ sơ đến 17:00/);
  });

  it('is never empty: a round of nobody closes in silence', async () => {
    const none = await lastDay();
    for (const { id } of await none.dump('person')) {
      const stored = await none.store.get(scope.unit, id);
      assert.ok(stored);
      await none.store.commit(scope.unit, [{ op: 'delete', id, etag: stored.etag }]);
    }
    none.set(lapsing);
    await none.runDue();
    assert.equal((await closingOf(none)).data.phase, 'closed');
    assert.deepEqual(await none.owed(), []);
  });

  it('late ones are taken in from where they lapsed', async () => {
    const office = await closed();
    office.set('2026-12-01T09:00:00');
    const an = `nomination:${round}:${person('an')}`;
    const { rev } = await nominationOf(office, an);
    await office.as('office').click('intake.late', { nomination: an, rev, send: 'yes', reason: 'Đi công tác' });
    assert.equal((await nominationOf(office, an)).data.state, 'submitted');
    assert.equal(await office.as('an').page('closing.lapsed', { nomination: an }), null);
  });
});
