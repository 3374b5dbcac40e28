import assert from 'node:assert/strict';
import { backfill } from '../../../src/model/round/backfill.ts';
import { list } from '../../../src/ports/documents.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { openingId } from '../../../src/records/closing.ts';
import { personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, scope, textOf } from '../../support/office.ts';
import { seedDossier } from '../../support/seed-round.ts';
import { formOf } from '../campaign/launching.ts';

const staff = ['office', 'officeHead', 'secretary'];
/** How many messages of a morning there are: nothing else falls due here. */
const reminded = async (office: Office): Promise<number> => (await office.owed('remind.day')).length;
const stored = async (office: Office) => {
  const found = await office.store.get(scope.unit, openingId(office.plan.id));
  assert.ok(found);
  return found;
};

/** Launched in June; the round of the year is planned for Thursday 01/10/2026. */
async function launched(): Promise<Office> {
  const office = await openOffice({ now: '2026-06-15T09:00:00' });
  await launchNow(office);
  return office;
}
async function launchNow(office: Office): Promise<void> {
  const formId = await formOf(office);
  // The answer is the launch's own card; only what it commits matters here.
  await office.as('office').click('announce.launch', { formId, number: '25', issuedOn: '15/06/2023', confirm: 'yes' });
}

describe('chưa mở đợt: a round that is still to be opened', () => {
  it('is spoken of on its planned day, in the morning, once, to the office alone', async () => {
    const office = await launched();
    assert.equal((await stored(office)).doc.dueAt, '2026-10-01T01:30:00.000Z');
    office.set('2026-10-01T08:29:59');
    await office.runDue();
    assert.equal(await reminded(office), 0);
    office.set('2026-10-01T08:30:00');
    const before = await stored(office);
    await office.runDue();
    await office.runDue();
    await assert.rejects(office.lane('opening', before), (e) => e instanceof StoreError && e.code === 'Conflict');
    assert.deepEqual((await office.owed('round.toOpen')).map(({ to }) => to).sort(), staff);
    for (const locale of ['vi', 'en'] as const) {
      const person = (await list(office.store, { unit: scope.unit, type: personRecord })).find(
        ({ id }) => id === 'person:office',
      );
      assert.ok(person);
      const viewer = { unit: scope.unit, owner: person.id, person, locale, at: office.now };
      const shown = await office.pages.compose({ page: 'closing.toOpen', params: {} }, { viewer });
      assertGoodCard(shown?.card ?? {});
    }
    const card = await office.as('office').page('closing.toOpen', {});
    assert.match(textOf(card?.card), /Chưa mở đợt[\s\S]*Đợt xét khen thưởng năm 2026[\s\S]*Dự kiến mở 01\/10\/2026/);
    for (const key of ['an', 'adviceHead', 'director'])
      assert.equal(await office.as(key).page('closing.toOpen', {}), null);
    assert.equal(await office.channelPage('office', 'closing.toOpen', {}), null);
  });

  it('is spoken of again each Monday until it is opened, and then no more', async () => {
    const office = await launched();
    for (const [now, times] of [
      ['2026-10-01T08:30:00', 1],
      ['2026-10-02T08:30:00', 1],
      ['2026-10-05T08:29:00', 1],
      ['2026-10-05T08:30:00', 2],
      ['2026-10-12T08:30:00', 3],
    ] as const) {
      office.set(now);
      await office.runDue();
      assert.equal(await reminded(office), times * staff.length, now);
    }
    const [open] = actionsOf((await office.as('office').page('closing.toOpen', {}))?.card);
    const confirm = await office.as('office').click(open?.verb ?? '', open?.data);
    assert.equal(confirm.show.page, 'round.confirm');
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    assert.equal(await office.as('office').page('closing.toOpen', {}), null);
    office.set('2026-10-19T08:30:00');
    await office.runDue();
    assert.deepEqual(await office.owed('round.toOpen'), []);
    assert.equal((await stored(office)).doc.dueAt, '2027-10-01T01:30:00.000Z');
  });

  it('after downtime is one message, in office hours', async () => {
    const office = await launched();
    office.set('2026-10-24T22:00:00');
    await office.runDue();
    assert.equal(await reminded(office), 0);
    assert.equal((await stored(office)).doc.dueAt, '2026-10-26T00:30:00.000Z');
    office.set('2026-10-26T07:30:00');
    await office.runDue();
    assert.equal(await reminded(office), staff.length);
    office.set('2026-10-26T08:30:00');
    await office.runDue();
    assert.equal(await reminded(office), staff.length, 'the Monday itself is the same message');
  });

  it('is not spoken of before the launch, nor after the launch was taken back, nor for days before it', async () => {
    const office = await openOffice({ now: '2026-10-07T09:00:00' });
    await office.runDue();
    assert.deepEqual(await office.dump('opening'), []);
    await launchNow(office);
    assert.equal((await stored(office)).doc.dueAt, '2026-10-12T01:30:00.000Z');
    const cancel = (await office.dump('campaign'))[0]?.data as { spreadId: string };
    await office.as('office').click('announce.cancel', { launch: cancel.spreadId, confirm: 'yes' });
    office.set('2026-10-12T08:30:00');
    await office.runDue();
    assert.equal(await reminded(office), 0);
    assert.equal((await stored(office)).doc.lane, undefined);
    await launchNow(office);
    assert.equal((await stored(office)).doc.dueAt, '2026-10-19T01:30:00.000Z');
  });

  it('is made good for a campaign that was launched before, once', async () => {
    const office = await launched();
    const { etag } = await stored(office);
    await office.store.commit(scope.unit, [{ op: 'delete', id: openingId(office.plan.id), etag }]);
    office.set('2026-09-01T09:00:00');
    for (let start = 0; start < 2; start++) {
      await office.run(backfill);
    }
    assert.equal((await stored(office)).doc.rev, 1);
    assert.equal((await stored(office)).doc.dueAt, '2026-10-01T01:30:00.000Z');
  });

  it('is looked at earlier when the plan now foresees an earlier day', async () => {
    const office = await launched();
    const { plan } = office;
    const rounds = plan.calendar.rounds.map((round) => ({ ...round, opensOn: '09-01' }));
    const earlier = { ...plan, calendar: { ...plan.calendar, rounds } };
    for (let start = 0; start < 2; start++) await office.run(backfill, { plan: earlier });
    assert.deepEqual(
      [(await stored(office)).doc.rev, (await stored(office)).doc.dueAt],
      [2, '2026-09-03T01:30:00.000Z'],
    );
  });
});

describe('last year’s round', () => {
  it('stays within reach while its dossiers are under way', async () => {
    const office = await openOffice({ now: '2026-11-02T09:00:00' });
    await launchNow(office);
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    await seedDossier(office, 'an', { state: 'opined' });
    office.set('2027-10-04T09:00:00');
    await office.as('office').click('round.open', { round: 'annual-2027', confirm: 'yes' });
    const choose = await office.as('office').say('mở đợt');
    assertGoodCard(choose.card);
    assert.match(choose.text, /năm 2026[\s\S]*năm 2027/);
    const todo = await office.as('office').say('việc của tôi');
    assert.match(todo.text, /1 hồ sơ chờ tiếp nhận · Đợt xét khen thưởng năm 2026/);
    const open = actionsOf(todo.card).find(({ verb }) => verb === 'intake.queue');
    assert.equal(open?.data.round, 'annual-2026');
    assert.match((await office.as('office').click('intake.queue', open?.data)).text, /Nguyễn Văn An/);
    const card = await office.as('office').click('round.show', { round: 'annual-2026' });
    assertGoodCard(card.card);
    assert.ok(actionsOf(card.card).some(({ verb, data }) => verb === 'intake.queue' && data.round === 'annual-2026'));
    assert.match((await office.as('an').say('hồ sơ')).text, /năm 2027/);
    const [id] = (await office.dump('nomination')).map((d) => d.id);
    const stored2 = await office.store.get(scope.unit, id ?? '');
    assert.ok(stored2);
    await office.store.commit(scope.unit, [{ op: 'delete', id: id ?? '', etag: stored2.etag }]);
    assert.doesNotMatch((await office.as('office').say('mở đợt')).text, /năm 2026/);
  });
});
