import assert from 'node:assert/strict';
import { decode, replace } from '../../../src/ports/documents.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const onLeave = { status: 'onLeave', statusFrom: '2026-11-10', statusTo: '2026-12-05' } as const;

async function opened(people: Record<string, Partial<Person>> = { adviceHead: onLeave }): Promise<Office> {
  const office = await openOffice({ now: '2026-11-12T09:00:00', people });
  await seedRound(office);
  return office;
}
async function change(office: Office, key: string, to: Partial<Person>): Promise<void> {
  const stored = await office.store.get(scope.unit, person(key));
  assert.ok(stored);
  const loaded = decode(personRecord, stored);
  await office.store.commit(scope.unit, [replace(personRecord, loaded, { ...loaded.data, ...to })]);
}
const factsOf = async (office: Office, subject: string) =>
  (await office.dump('audit')).filter((d) => d.index.subject === subject).map(({ data }) => data as object);

describe('a deputy while the head’s leave is recorded', () => {
  it('has what waits for the head on the list, is told in whose place, and both are kept', async () => {
    const office = await opened();
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    const todo = await office.as('adviceDeputy').say('việc của tôi');
    const next = actionsOf(todo.card).find(({ verb }) => verb === 'review.next');
    const { card, text } = await office.as('adviceDeputy').click('review.next', next?.data);
    assertGoodCard(card);
    assert.match(text, /Cho ý kiến thay\nTrưởng phòng Đỗ Ăn \(nghỉ đến hết ngày 05\/12\/2026\)/);
    const queue = await office.as('adviceDeputy').say('xác nhận');
    assertGoodCard(queue.card);
    assert.match(queue.text, /Thay Trưởng phòng Đỗ Ăn \(nghỉ đến hết ngày 05\/12\/2026\)/);
    office.set('2026-11-12T09:00:05');
    const agree = actionsOf(card).find(({ verb }) => verb === 'review.agree');
    await office.as('adviceDeputy').click('review.agree', agree?.data);
    const { opinion } = (await nominationOf(office, id)).data;
    assert.equal(opinion?.by, person('adviceDeputy'));
    assert.equal(opinion?.inPlaceOf, person('adviceHead'));
    assert.deepEqual(await factsOf(office, id), [
      {
        at: opinion?.at,
        actor: person('adviceDeputy'),
        command: 'review.agree',
        subject: id,
        facts: { inPlaceOf: person('adviceHead') },
      },
    ]);
    for (const [who, verb] of [
      ['an', 'dossier.show'],
      ['an', 'review.open'],
      ['director', 'review.open'],
    ] as const) {
      const params = verb === 'review.open' ? { nomination: id } : { round };
      const shown = await office.as(who).click(verb, params);
      assert.match(shown.text, /Chuyên viên Trịnh Thị Ẩn, thay Trưởng phòng Đỗ Ăn/, `${who} ${verb}`);
    }
  });

  it('is asked when a dossier is sent, and the sender reads so', async () => {
    const office = await opened();
    await seedDossier(office, 'an', { state: 'draft' });
    const { card, text } = await office.as('an').click('nomination.submit', { round });
    assert.match(text, /Chuyên viên Trịnh Thị Ẩn, thay Trưởng phòng Đỗ Ăn, cho ý kiến chậm nhất/);
    const send = actionsOf(card).find(({ verb }) => verb === 'nomination.submit');
    await office.as('an').click('nomination.submit', send?.data);
    assert.deepEqual(
      (await office.owed('review.request')).map(({ to }) => to),
      ['adviceDeputy'],
    );
  });

  it('is named where the office looks at what waits for an opinion', async () => {
    const office = await opened();
    await seedDossier(office, 'an', { state: 'submitted' });
    const { text } = await office.as('office').click('intake.queue', { round, filter: 'submitted' });
    assert.match(text, /Trịnh Thị Ẩn/);
    assert.doesNotMatch(text, /Đỗ Ăn/);
  });

  it('may return a dossier, and both are kept; twice is once', async () => {
    const office = await opened();
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    const back = { nomination: id, rev: '1', reason: 'Bổ sung số liệu', confirm: 'yes' };
    await office.as('adviceDeputy').click('review.return', back);
    await office.as('adviceDeputy').click('review.return', back);
    const { data, rev } = await nominationOf(office, id);
    assert.equal(rev, 2);
    assert.equal(data.returned?.inPlaceOf, person('adviceHead'));
    const told = await office.as('an').click('review.open', { nomination: id });
    assert.match(told.text, /Trịnh Thị Ẩn, thay Trưởng phòng Đỗ Ăn/);
  });

  it('the head may write from home, in their own name, and whoever is second reads that it was done', async () => {
    const office = await opened();
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    await office.as('adviceHead').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' });
    const { opinion } = (await nominationOf(office, id)).data;
    assert.equal(opinion?.by, person('adviceHead'));
    assert.equal(opinion?.inPlaceOf, undefined);
    await assert.rejects(
      office.as('adviceDeputy').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' }),
      { code: 'NOT_REVIEWER' },
    );
  });

  it('what waits moves back when the leave is over, and a card from before is refused', async () => {
    const office = await opened();
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    const { card } = await office.as('adviceDeputy').click('review.next', { round });
    office.set('2026-12-06T09:00:00');
    const agree = actionsOf(card).find(({ verb }) => verb === 'review.agree');
    await assert.rejects(office.as('adviceDeputy').click('review.agree', agree?.data), { code: 'NOT_REVIEWER' });
    assert.doesNotMatch((await office.as('adviceDeputy').say('việc của tôi')).text, /cho ý kiến/);
    const head = await office.as('adviceHead').click('review.next', { round });
    assert.equal(head.show.params.nomination, id);
  });

  it('the same hour in which a sudden leave is recorded', async () => {
    const office = await opened({});
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    office.set('2026-11-30T16:55:00');
    const forged = { nomination: id, rev: '1', confirm: 'yes' };
    await assert.rejects(office.as('adviceDeputy').click('review.agree', forged), { code: 'NOT_REVIEWER' });
    await change(office, 'adviceHead', { status: 'onLeave', statusFrom: '2026-11-30', statusTo: null });
    await office.as('adviceDeputy').click('review.agree', forged);
    assert.equal((await nominationOf(office, id)).data.opinion?.inPlaceOf, person('adviceHead'));
  });

  describe('never acts', () => {
    it('on their own dossier: it waits, and the director is told', async () => {
      const office = await opened();
      const id = await seedDossier(office, 'adviceDeputy', { state: 'submitted' });
      const forged = { nomination: id, rev: '1', confirm: 'yes' };
      await assert.rejects(office.as('adviceDeputy').click('review.agree', forged), { code: 'NOT_REVIEWER' });
      assert.ok(await office.as('director').page('review.away', { round, reviewer: person('adviceHead') }));
    });
    it('for another department, nor does anybody else', async () => {
      const office = await opened();
      const id = await seedDossier(office, 'an', { state: 'submitted' });
      for (const who of ['an', 'an2', 'insuranceHead', 'office', 'director', 'vice'])
        await assert.rejects(
          office.as(who).click('review.agree', { nomination: id, rev: '1', confirm: 'yes' }),
          { code: 'NOT_REVIEWER' },
          who,
        );
    });
    it('for two at once: of two deputies the first by given name', async () => {
      const office = await opened({ adviceHead: onLeave, an2: { roles: ['deputy'] } });
      const id = await seedDossier(office, 'hniê', { state: 'submitted' });
      const click = { nomination: id, rev: '1', confirm: 'yes' };
      await assert.rejects(office.as('adviceDeputy').click('review.agree', click), { code: 'NOT_REVIEWER' });
      await office.as('an2').click('review.agree', click);
      assert.equal((await nominationOf(office, id)).data.opinion?.by, person('an2'));
    });
  });

  it('a deputy director acts for the director on what a head sends', async () => {
    const office = await opened({ director: onLeave });
    const id = await seedDossier(office, 'adviceHead', {
      state: 'submitted',
      nomination: {
        snapshot: { name: 'Đỗ Ăn', title: '', gender: '', departmentName: '', reviewerId: person('director') },
      },
    });
    const { show } = await office.as('vice').click('review.next', { round });
    assert.equal(show.params.nomination, id);
    await office.as('vice').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' });
    assert.equal((await nominationOf(office, id)).data.opinion?.inPlaceOf, person('director'));
  });
});
