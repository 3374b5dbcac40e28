import assert from 'node:assert/strict';
import { load } from '../../../src/ports/documents.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { closingId } from '../../../src/records/closing.ts';
import { roundId, roundRecord } from '../../../src/records/round.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { flakyStore } from '../../support/flaky-store.ts';
import { actionsOf, dept, everyoneBut, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { finish, given } from '../reminders/a-round.ts';
import { closingOf, grace, lapsing, lastDay, morning, toOf } from './a-closing.ts';

const roundOf = async (office: Office) => {
  const loaded = await load(office.store, scope.unit, roundRecord, roundId(round));
  assert.ok(loaded);
  return loaded;
};
const click = (office: Office, more: object = {}, as = 'office') => office.as(as).click('round.grace', grace(more));

describe('gia hạn nhận hồ sơ: more time for everyone', () => {
  it('is asked for on a form, shown before it is recorded, and kept with who, when and why', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const office = await lastDay({ people: { office: { locale } } });
      await seedDossier(office, 'an', { state: 'draft' });
      office.set(lapsing);
      await office.runDue();
      office.set('2026-12-01T09:00:00');
      const card = await office.as('office').click('round.show', { round });
      assertGoodCard(card.card);
      const asked = actionsOf(card.card).find(({ verb }) => verb === 'round.grace');
      const form = await office.as('office').click('round.grace', asked?.data);
      assertGoodCard(form.card);
      const next = actionsOf(form.card).find(({ verb }) => verb === 'round.grace');
      const typed = { day: '2026-12-04', time: '17:00', reason: ' Mất kết nối mạng ' };
      const confirm = await office.as('office').click('round.grace', { ...next?.data, ...typed });
      assertGoodCard(confirm.card);
      assert.equal((await roundOf(office)).data.graceUntil, null);
      if (locale === 'vi') {
        assert.match(
          confirm.text,
          /17:00 ngày 04\/12\/2026 \(thứ Sáu\)[\s\S]*1 hồ sơ chưa gửi khi hết hạn được mở lại/,
        );
      }
      const yes = actionsOf(confirm.card).find(({ data }) => data.step === 'yes');
      const done = await office.as('office').click('round.grace', yes?.data);
      assertGoodCard(done.card);
      const { data } = await roundOf(office);
      assert.equal(data.graceUntil, '2026-12-04T10:00:59.999Z');
      assert.equal(data.nextLookAt, instant('2026-12-01T09:00:00'));
      assert.deepEqual((await closingOf(office)).data.graces, [
        {
          by: person('office'),
          at: instant('2026-12-01T09:00:00'),
          until: '2026-12-04T10:00:59.999Z',
          reason: 'Mất kết nối mạng',
        },
      ]);
      if (locale === 'vi') assert.match(done.text, /Đang nhận hồ sơ|Gia hạn nhận hồ sơ[\s\S]*Mất kết nối mạng/);
    }
  });

  it('opens what had lapsed, one sent back as it was sent back; each can be sent again, and lapses at the new end', async () => {
    const office = await lastDay();
    const an = await seedDossier(office, 'an', { state: 'draft' });
    const returned = {
      by: person('office'),
      at: instant('2026-11-25T09:00:00'),
      reason: 'Thiếu',
      until: instant('2026-11-30T23:59:59.999'),
    };
    const back = await seedDossier(office, 'an2', { state: 'returned', nomination: { returned } });
    const later = await seedDossier(office, 'thao', {
      state: 'returned',
      nomination: { returned: { ...returned, until: instant('2026-12-02T17:00:00') } },
    });
    office.set(lapsing);
    await office.runDue();
    assert.equal((await nominationOf(office, back)).data.state, 'lapsed');
    office.set('2026-12-01T09:00:00');
    await click(office);
    await office.runDue();
    assert.equal((await nominationOf(office, an)).data.state, 'draft');
    for (const id of [back, later]) {
      const { data } = await nominationOf(office, id);
      assert.deepEqual([data.state, data.returned?.until], ['returned', '2026-12-04T10:00:59.999Z']);
    }
    const dossier = await office.as('an').say('hồ sơ');
    const send = actionsOf(dossier.card).find(({ verb }) => verb === 'nomination.submit');
    assert.ok(send, dossier.text);
    const confirm = await office.as('an').click('nomination.submit', send.data);
    const sure = actionsOf(confirm.card).find(({ data }) => data.confirm === 'yes');
    office.set('2026-12-04T17:00:59.999');
    await office.as('an').click('nomination.submit', sure?.data);
    assert.equal((await nominationOf(office, an)).data.state, 'submitted');
    office.set('2026-12-04T17:01:00.000');
    assert.equal(
      await codeOf(office.as('an2').click('nomination.submit', { rev: '1', confirm: 'yes' })),
      'SUPPLEMENT_PASSED',
    );
    office.set('2026-12-04T17:02:59.999');
    await office.runDue();
    for (const id of [back, later]) assert.equal((await nominationOf(office, id)).data.state, 'lapsed');
    const { data } = await closingOf(office);
    assert.deepEqual([data.phase, data.times], ['closed', 2]);
  });

  it('tells everyone unfinished once, with the reason, and nobody else', async () => {
    const office = await lastDay({ people: { hniê: { status: 'onLeave' }, insuranceHead: { status: 'left' } } });
    await finish(office, ...everyoneBut('an', 'an2', 'hniê', 'insuranceHead'));
    await given(office, person('an2'), { wish: 'declines' });
    await seedDossier(office, 'an', { state: 'draft' });
    office.set(lapsing);
    await office.runDue();
    office.set('2026-12-01T09:00:00');
    await click(office);
    await click(office);
    await office.runDue();
    await office.runDue();
    // All of the office have finished; its collective dossier is not begun.
    assert.deepEqual(await toOf(office, 'closing.grace'), ['adviceHead', 'an', 'officeHead']);
    for (const key of ['an', 'adviceHead']) {
      const shown = await office.as(key).page('closing.grace', { round, grace: '1' });
      assertGoodCard(shown?.card ?? {});
      assert.match(textOf(shown?.card), /đến\n17:00 ngày 04\/12\/2026 \(thứ Sáu\)[\s\S]*Mất kết nối mạng/);
    }
    const head = await office.as('adviceHead').page('closing.grace', { round, grace: '1' });
    assert.match(textOf(head?.card), /Đề nghị Trưởng phòng thông báo/);
    assert.doesNotMatch(textOf(head?.card), /anh\/chị đã kê khai/);
    assert.equal(await office.as('thao').page('closing.grace', { round, grace: '1' }), null);
    office.set('2026-12-05T09:00:00');
    assert.equal(await office.as('an').page('closing.grace', { round, grace: '1' }), null);
  });

  it('asks the deputy of a head who is on leave to see to the department', async () => {
    const office = await lastDay({ people: { adviceHead: { status: 'onLeave', statusFrom: '2026-12-01' } } });
    await finish(office, 'adviceDeputy', 'hniê', 'an2');
    await seedDossier(office, 'an', { state: 'draft' });
    office.set('2026-12-01T09:00:00');
    await click(office);
    await office.runDue();
    const told = await toOf(office, 'closing.grace');
    assert.ok(told.includes('adviceDeputy') && !told.includes('adviceHead'));
    const shown = await office.as('adviceDeputy').page('closing.grace', { round, grace: '1' });
    assertGoodCard(shown?.card ?? {});
    assert.match(textOf(shown?.card), /Đề nghị [^\n]+ thông báo đến người trong phòng chưa hoàn thành/);
    assert.doesNotMatch(textOf(shown?.card), /Đề nghị Trưởng phòng thông báo/);
    assert.doesNotMatch(textOf(shown?.card), /Kính gửi anh\/chị/);
  });

  it('is shown wherever the deadline is', async () => {
    const office = await lastDay();
    await seedDossier(office, 'an', { state: 'draft' });
    await click(office);
    const stale = (await office.dump('refresh')).map(({ data }) => (data as { subject: string }).subject);
    for (const page of ['round.show', 'round.opened']) {
      const shown = await office.as('an').page(page, { round });
      assert.ok(stale.includes(shown?.subject ?? ''), `posted cards of ${page} are drawn again`);
    }
    await office.runDue();
    const wanted = /17:00 ngày 04\/12\/2026/;
    for (const [key, words] of [
      ['an', 'việc của tôi'],
      ['an', 'tự đánh giá'],
      ['office', 'tiến độ'],
      ['adviceHead', 'tiến độ'],
      ['adviceHead', 'hồ sơ tập thể'],
      ['office', 'đôn đốc'],
    ] as const)
      assert.match((await office.as(key).say(words)).text, wanted, `${key}: ${words}`);
    for (const page of ['round.show', 'round.opened']) {
      assert.match(textOf((await office.as('an').page(page, { round }))?.card), wanted, page);
    }
    assert.match(textOf((await office.channelPage('office', 'round.show', { round }))?.card), wanted);
  });

  it('keeps the reminders going to the new end', async () => {
    const office = await lastDay();
    await seedDossier(office, 'an', { state: 'draft' });
    office.set(lapsing);
    await office.runDue();
    office.set('2026-12-01T09:00:00');
    await click(office);
    await office.runDue();
    office.set('2026-12-04T08:30:00');
    await office.runDue();
    const now = (await office.owed('remind.staff')).filter(({ to }) => to === 'an');
    assert.deepEqual(
      now.map(({ data }) => data.show.params.day),
      ['2026-12-04'],
    );
    assert.equal((await roundOf(office)).data.nextLookAt !== instant('2026-12-01T09:00:00'), true);
  });

  it('recorded before the end moves it: nothing lapses in between, and everyone is told at once', async () => {
    const office = await lastDay();
    const an = await seedDossier(office, 'an', { state: 'draft' });
    await click(office);
    await office.runDue();
    assert.ok((await toOf(office, 'closing.grace')).includes('an'));
    office.set(lapsing);
    await office.runDue();
    assert.equal((await nominationOf(office, an)).data.state, 'draft');
    office.set('2026-12-04T17:02:59.999');
    await office.runDue();
    assert.equal((await nominationOf(office, an)).data.state, 'lapsed');
    assert.equal((await closingOf(office)).data.times, 1);
  });

  it('is replaced only by a later one, which tells anew', async () => {
    const office = await lastDay();
    await seedDossier(office, 'an', { state: 'draft' });
    await click(office);
    await office.runDue();
    const shorter = { seen: '1', day: '2026-12-03' };
    assert.equal((await wayBack(click(office, shorter))).code, 'GRACE_NOT_LATER');
    await click(office, { seen: '1', day: '2026-12-07' });
    await office.runDue();
    assert.equal((await closingOf(office)).data.graces.length, 2);
    assert.equal((await toOf(office, 'closing.grace')).filter((to) => to === 'an').length, 2);
    assert.equal(await office.as('an').page('closing.grace', { round, grace: '1' }), null);
  });

  it('goes on from the middle: while dossiers lapse, and after a crash while they are opened again', async () => {
    const office = await lastDay();
    const ids: string[] = [];
    for (const key of ['an', 'an2', 'hniê', 'thao', 'on']) ids.push(await seedDossier(office, key, { state: 'draft' }));
    office.set(lapsing);
    const stored = async () => {
      const found = await office.store.get(scope.unit, closingId(round));
      assert.ok(found);
      return found;
    };
    await office.lane('close', await stored());
    assert.equal((await closingOf(office)).data.phase, 'lapsing');
    office.set('2026-12-01T00:05:00');
    await click(office);
    for (const fault of [{ failBeforeCommit: 1 }, { failAfterCommit: 1 }, {}, {}, {}]) {
      if ((await closingOf(office)).data.phase !== 'reopening') break;
      const store = flakyStore(office.store, fault);
      await office.lane('close', await stored(), { store }).catch((error: unknown) => {
        assert.ok(error instanceof StoreError);
      });
    }
    await office.runDue();
    for (const id of ids) assert.equal((await nominationOf(office, id)).data.state, 'draft');
    assert.equal((await toOf(office, 'closing.grace')).filter((to) => to === 'an').length, 1);
    assert.equal((await closingOf(office)).data.phase, 'open');
    // The word that the dossier had lapsed was for the morning; by then it is no longer true.
    assert.equal(await office.as('an').page('closing.lapsed', { nomination: ids[0] ?? '' }), null);
  });

  it('works for a round whose closing nobody has written yet', async () => {
    const office = await openOffice({ now: '2026-11-30T16:00:00' });
    await seedRound(office);
    await click(office);
    assert.equal((await closingOf(office)).data.dueAt, '2026-12-04T10:02:59.999Z');
  });

  describe('is refused', () => {
    it('to everyone but the office, and changes nothing', async () => {
      const office = await lastDay();
      for (const key of ['an', 'adviceHead', 'director', 'thao']) {
        assert.equal(await codeOf(click(office, {}, key)), 'NOT_ALLOWED_GRACE');
        assert.equal(await office.as(key).page('closing.graceForm', { round }), null);
        const card = await office.as(key).click('round.show', { round });
        assert.ok(!actionsOf(card.card).some(({ verb }) => verb === 'round.grace'));
      }
      assert.equal((await roundOf(office)).data.graceUntil, null);
    });

    it('too early, too late, and once the council has dossiers before it', async () => {
      const office = await lastDay({ now: '2026-11-27T23:59:59.998' });
      assert.equal(await codeOf(click(office)), 'GRACE_TOO_EARLY');
      office.set('2026-11-27T23:59:59.999');
      assert.equal((await click(office, { step: '' })).show.page, 'closing.graceForm');
      office.set('2026-12-30T23:59:59.999');
      assert.equal(await codeOf(click(office, { day: '2026-12-31' })), 'GRACE_TOO_LATE');
      office.set('2026-12-10T09:00:00');
      const id = await seedDossier(office, 'an', { state: 'accepted' });
      await changeNomination(office, id, { state: 'tabled' });
      assert.equal((await wayBack(click(office, { day: '2026-12-15' }))).show.page, 'round.show');
      assert.equal(await codeOf(click(office, { day: '2026-12-15' })), 'GRACE_COUNCIL');
      const card = await office.as('office').click('round.show', { round });
      assert.ok(!actionsOf(card.card).some(({ verb }) => verb === 'round.grace'));
    });

    it('while what the council had before it is on hold, and not for what it never had', async () => {
      const office = await openOffice({ now: '2026-12-02T09:00:00' });
      await seedRound(office);
      const hold = { by: person('office'), at: instant('2026-12-01T09:00:00'), reason: 'Đơn', from: 'opined' as const };
      const id = await seedDossier(office, 'hniê', { state: 'onHold', nomination: { hold } });
      const ask = { step: '' };
      assert.equal((await click(office, ask)).show.page, 'closing.graceForm');
      await changeNomination(office, id, { hold: { ...hold, from: 'tabled' } });
      assert.equal((await wayBack(click(office, ask))).code, 'GRACE_COUNCIL');
    });
    it('with an end that is past, unreadable, not later, too far, or without a reason; what was typed comes back', async () => {
      const office = await lastDay({ now: '2026-12-01T09:00:00' });
      for (const [more, code] of [
        [{ day: '2026-12-01', time: '08:59' }, 'GRACE_PAST'],
        [{ day: '' }, 'GRACE_UNREADABLE'],
        [{ day: '31/02/2026' }, 'GRACE_UNREADABLE'],
        [{ time: '25:00' }, 'GRACE_UNREADABLE'],
        [{ day: '2026-12-31', time: '00:00' }, 'GRACE_TOO_FAR'],
        [{ reason: '  ' }, 'REASON_MISSING'],
        [{ reason: 'x'.repeat(1_001) }, 'REASON_TOO_LONG'],
      ] as const) {
        const back = await wayBack(click(office, more));
        assert.deepEqual([back.code, back.show.page], [code, 'closing.graceForm']);
        const { day, time, reason } = grace(more);
        assert.deepEqual(back.typed, { day, time, reason });
        const shown = await office.as('office').page(back.show.page, back.show.params, back.typed);
        assertGoodCard(shown?.card ?? {});
      }
      assert.equal((await roundOf(office)).data.graceUntil, null);
      assert.equal((await click(office, { day: '30/12/2026', time: '23:59' })).remark?.tone, 'good');
    });

    it('on a card that someone else has outrun, with who and when; the same click again is done already', async () => {
      const office = await lastDay();
      await click(office);
      assert.equal((await click(office)).remark?.tone, 'good');
      const late = await wayBack(click(office, { day: '2026-12-09' }, 'secretary'));
      assert.deepEqual([late.code, late.show.page, late.facts.by], ['ALREADY_DONE', 'round.show', 'Lê Thị Thu Hà']);
      assert.equal(await codeOf(click(office, { day: '2026-12-09' })), 'ALREADY_DONE');
      assert.equal((await closingOf(office)).data.graces.length, 1);
    });

    it('when the card is forged', async () => {
      const office = await lastDay();
      assert.equal(await codeOf(click(office, { step: 'now' })), 'BAD_CARD');
      assert.equal(await codeOf(click(office, { round: 'annual-1999' })), 'NO_ROUND');
      assert.equal(await codeOf(click(office, { extra: 1 })), 'BAD_CARD');
    });
  });
});

describe('the collective dossier', () => {
  it('is opened again with the others', async () => {
    const office = await lastDay();
    await given(office, dept('advice'), { wish: 'asks', state: 'draft' });
    office.set(lapsing);
    await office.runDue();
    assert.match((await office.as('adviceHead').say('việc của tôi')).text, /Hồ sơ tập thể chưa gửi khi hết hạn/);
    office.set(morning);
    await click(office);
    await office.runDue();
    assert.equal((await nominationOf(office, `nomination:${round}:${dept('advice')}`)).data.state, 'draft');
  });
});
