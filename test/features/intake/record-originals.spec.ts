import assert from 'node:assert/strict';
import { numberEarlier } from '../../../src/model/dossier/number.ts';
import { create } from '../../../src/ports/documents.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope, valuesOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { changeNomination, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('intake.originals: the signed originals of a round', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2027-01-11T09:00:00' });
    await seedRound(office);
  });
  const receivedOf = async (id: string): Promise<string | null> =>
    (await nominationOf(office, id)).data.originalReceivedOn;
  it('are recorded with three clicks for 300 dossiers, whatever has become of them', async () => {
    const { data } = await nominationOf(office, await seedDossier(office, 'an', { state: 'awarded' }));
    const states = ['accepted', 'awarded', 'declined', 'forwarded', 'revoked'] as const;
    for (let n = 0; n < 299; n++) {
      const id = `person:01J9ZZZZZZZZZZZZZZZZZZZ${String(n).padStart(3, '0')}`;
      const state = states[n % states.length] ?? 'awarded';
      const copy = { ...data, state, candidate: { kind: 'person' as const, id } };
      await office.store.commit(scope.unit, [create(nominationRecord, scope, nominationId(round, id), copy)]);
    }
    await office.run(numberEarlier);
    await office.runDue();
    let card: unknown = (await office.as('office').say('tiếp nhận')).card;
    let clicks = 0;
    for (let offer = actionsOf(card).find(({ verb }) => verb === 'intake.originals'); offer !== undefined; ) {
      clicks += 1;
      const shown = await office.as('office').click('intake.originals', { ...offer.data, ...valuesOf(card) });
      assertGoodCard(shown.card);
      card = shown.card;
      offer = actionsOf(card).find(({ verb }) => verb === 'intake.originals');
    }
    assert.equal(clicks, 3);
    const all = await office.turn().list(nominationRecord);
    assert.deepEqual([...new Set(all.map(({ data: d }) => d.originalReceivedOn))], ['2027-01-11']);
  });

  it('leaves out what is unticked, what was recorded meanwhile, one’s own, and what left the chain', async () => {
    const [an, an2, thao] = [
      await seedDossier(office, 'an', { state: 'awarded' }),
      await seedDossier(office, 'an2', { state: 'accepted' }),
      await seedDossier(office, 'thao', { state: 'declined' }),
    ];
    const mine = await seedDossier(office, 'secretary', { state: 'accepted' });
    await seedDossier(office, 'on', { state: 'withdrawn' });
    const form = await office.as('secretary').click('intake.originals', { round });
    const fields = valuesOf(form.card);
    assert.deepEqual(fields.dossiers?.split(',').sort(), [person('an'), person('an2'), person('thao')].sort());
    await changeNomination(office, thao, { originalReceivedOn: '2026-12-20' });
    const dossiers = [person('an'), person('thao'), person('secretary'), person('nobody')].join(',');
    const done = await office
      .as('secretary')
      .click('intake.originals', { round, send: 'yes', receivedOn: '04/01/2027', dossiers });
    assert.match(done.text, /Đã ghi nhận bản chính của 1 hồ sơ, ngày nhận 04\/01\/2027/);
    assert.deepEqual(await Promise.all([an, an2, thao, mine].map(receivedOf)), [
      '2027-01-04',
      null,
      '2026-12-20',
      null,
    ]);
  });

  it('finds what was numbered after the card was shown', async () => {
    const an = await seedDossier(office, 'an', { state: 'awarded' });
    await office.run(numberEarlier);
    await office.runDue();
    const send = { round, send: 'yes', receivedOn: '04/01/2027', dossiers: person('an') };
    await office.as('office').click('intake.originals', send);
    assert.equal(await receivedOf(an), '2027-01-04');
  });

  it('twice is once', async () => {
    const an = await seedDossier(office, 'an', { state: 'awarded' });
    const send = { round, send: 'yes', receivedOn: '04/01/2027', dossiers: person('an') };
    await office.as('office').click('intake.originals', send);
    // Meanwhile it got its number: the card still names it by its id.
    await office.run(numberEarlier);
    await office.runDue();
    const again = await office.as('office').click('intake.originals', { ...send, receivedOn: '05/01/2027' });
    assert.match(again.text, /đã được ghi nhận trước đó/);
    assert.equal(await receivedOf(an), '2027-01-04');
    assert.equal((await nominationOf(office, an)).rev, 2);
  });

  it('is refused without a day, for a day to come, with nothing ticked, and to others', async () => {
    const an = await seedDossier(office, 'an', { state: 'awarded' });
    const send = { round, send: 'yes', receivedOn: '04/01/2027', dossiers: person('an') };
    for (const [more, code] of [
      [{ receivedOn: 'hôm qua' }, 'DATE_UNREADABLE'],
      [{ receivedOn: '12/01/2027' }, 'DATE_IN_FUTURE'],
      [{ dossiers: '' }, 'ORIGINALS_NONE'],
    ] as const) {
      const { send: _send, round: _round, ...typed } = { ...send, ...more };
      const back = await wayBack(office.as('office').click('intake.originals', { ...send, ...more }));
      assert.deepEqual([back.code, back.show.page], [code, 'intake.originals']);
      assert.deepEqual(back.typed, typed);
    }
    for (const key of ['an', 'adviceHead', 'director'])
      assert.equal(await codeOf(office.as(key).click('intake.originals', send)), 'OFFICE_ONLY');
    assert.equal(await receivedOf(an), null);
    assert.equal(await office.as('an').page('intake.originals', { round }), null);
  });
});
