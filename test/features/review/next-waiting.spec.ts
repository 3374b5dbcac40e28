import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { type Nomination, nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const later = 'annual-2027';
const sent = (by: string, at: string) => ({ submitted: { by: person(by), at: instant(at) } });
const waitsFor = (reviewer: string) => ({
  snapshot: { name: 'Người khác', title: '', gender: '', departmentName: '', reviewerId: person(reviewer) },
});

describe('an opinion, and on to the next dossier', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
  });
  let clicks = 0;
  /** Clicks what the card shows, and counts. */
  async function click(card: unknown, verb: string, { as = 'adviceHead', of = {} }: { as?: string; of?: object } = {}) {
    const button = actionsOf(card).find(
      ({ verb: each, data }) => each === verb && Object.entries(of).every(([key, value]) => data[key] === value),
    );
    assert.ok(button, `no ${verb} among ${actionsOf(card).map((a) => a.verb)}`);
    clicks += 1;
    return office.as(as).click(verb, button.data);
  }
  const at = (nomination: string) => ({ page: 'review.dossier', params: { nomination } });
  const list = { page: 'review.queue', params: { round, empty: 'show' } };

  it('takes one click each from the request on, says what was saved for whom, and that none is left', async () => {
    const an = await seedDossier(office, 'an', { state: 'submitted', nomination: sent('an', '2026-11-10T08:00:00') });
    const h = await seedDossier(office, 'hniê', {
      state: 'submitted',
      nomination: sent('hniê', '2026-11-11T08:00:00'),
    });
    const request = await office.as('adviceHead').page('review.queue', { round });
    clicks = 0;
    const first = await click(request?.card, 'review.open', { of: { nomination: an } });
    const [agree] = actionsOf(first.card).filter(({ verb }) => verb === 'review.agree');
    assert.equal(agree?.title, 'Đồng ý → hồ sơ tiếp theo');
    const second = await click(first.card, 'review.agree');
    assert.deepEqual(second.show, at(h));
    assert.match(second.text, /Đã ghi ý kiến đồng ý về hồ sơ của Nguyễn Văn An\..*Bên dưới là hồ sơ tiếp theo\./);
    assert.match(second.text, /H'Hen Niê/);
    const last = await click(second.card, 'review.agree');
    assert.equal(clicks, 3, 'one to open, one for each opinion');
    assert.deepEqual(last.show, list);
    assert.match(last.text, /hồ sơ của H'Hen Niê\..*Không còn hồ sơ nào chờ ý kiến của anh\/chị\./);
    for (const id of [an, h]) {
      const { data } = await nominationOf(office, id);
      assert.equal(data.state, 'opined');
      assert.deepEqual(
        [data.opinion?.by, data.opinion?.kind, data.opinion?.reason],
        [person('adviceHead'), 'agree', ''],
      );
    }
    assert.equal((await office.owed('review.opinion')).length, 2);
  });

  it('is one click from việc của tôi, and the list when the click came too late', async () => {
    const an = await seedDossier(office, 'an', { state: 'submitted' });
    const todo = await office.as('adviceHead').say('việc của tôi');
    assert.deepEqual((await click(todo.card, 'review.next')).show, at(an));
    await changeNomination(office, an, { state: 'withdrawn' });
    const late = await click(todo.card, 'review.next');
    assert.deepEqual(late.show, list);
    assert.match(late.text, /không có hồ sơ nào chờ ý kiến/);
  });

  it('still asks for the words of whoever agrees with some, does not agree, or sends back; then goes on too', async () => {
    const keys = ['an', 'an2', 'hniê', 'adviceDeputy'];
    const ids: string[] = [];
    for (const [i, key] of keys.entries())
      ids.push(await seedDossier(office, key, { state: 'submitted', nomination: sent(key, `2026-11-1${i}T08:00:00`) }));
    const reason = { reason: 'Bổ sung số liệu' };
    let card = (await office.as('adviceHead').click('review.next', { round })).card;
    for (const [i, verb] of ['review.agree', 'review.disagree', 'review.return'].entries()) {
      const button = actionsOf(card).find((a) => a.verb === verb && a.data.confirm !== 'yes');
      const form = await office.as('adviceHead').click(verb, button?.data);
      assert.equal(
        (await nominationOf(office, ids[i] ?? '')).data.state,
        'submitted',
        `${verb} writes before it is confirmed`,
      );
      const send = actionsOf(form.card).find((a) => a.verb === verb);
      const done = await office.as('adviceHead').click(verb, { ...send?.data, ...reason });
      assert.deepEqual(done.show, at(ids[i + 1] ?? ''));
      card = done.card;
    }
  });

  it('leaves alone what was passed over: on with what was sent later, then from the first again', async () => {
    const [a = '', b = '', c = ''] = await Promise.all(
      ['an', 'an2', 'hniê'].map((key, i) =>
        seedDossier(office, key, { state: 'submitted', nomination: sent(key, `2026-11-1${i}T08:00:00`) }),
      ),
    );
    const second = await office.as('adviceHead').click('review.open', { nomination: b });
    const third = await click(second.card, 'review.agree');
    assert.deepEqual(third.show, at(c));
    const first = await click(third.card, 'review.agree');
    assert.deepEqual(first.show, at(a));
  });

  it('goes on into another round, and never says that none waits while one does there', async () => {
    await seedRound(office, { round: later, year: 2027, deadline: instant('2027-11-30T23:59:59.999') });
    const an = await seedDossier(office, 'an', { state: 'submitted' });
    const { data } = await nominationOf(office, an);
    const other = nominationId(later, person('hniê'));
    const candidate = { kind: 'person' as const, id: person('hniê') };
    await office.store.commit(scope.unit, [
      create(nominationRecord, scope, other, { ...data, round: later, candidate }),
    ]);
    const { card } = await office.as('adviceHead').click('review.open', { nomination: an });
    const after = await click(card, 'review.agree');
    assert.deepEqual(after.show, at(other));
    assert.doesNotMatch(after.text, /Không còn hồ sơ nào/);
    const empty = await office.as('adviceHead').click('review.queue', { round });
    assert.match(empty.text, /Trong đợt này hiện không có hồ sơ nào chờ ý kiến/);
  });

  it('two clicks, one after the other or at once, are one opinion and are answered alike', async () => {
    for (const atOnce of [true, false]) {
      const other = await openOffice({ now: '2026-11-12T09:00:00' });
      await seedRound(other);
      const id = await seedDossier(other, 'an', { state: 'submitted' });
      const following = await seedDossier(other, 'hniê', { state: 'submitted' });
      const agree = () => other.as('adviceHead').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' });
      const both = atOnce ? await Promise.all([agree(), agree()]) : [await agree(), await agree()];
      for (const { show, remark } of both) {
        assert.deepEqual(show, at(following));
        assert.equal(remark?.key, 'review.agree');
      }
      assert.equal((await nominationOf(other, id)).rev, 2);
      assert.equal((await nominationOf(other, following)).rev, 1, 'nothing is said of the dossier that came up');
      assert.equal((await other.owed('review.opinion')).length, 1);
      other.store.close();
    }
  });

  it('an opinion on what was sent again meanwhile is not given unread: the new dossier is shown', async () => {
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    const { card } = await office.as('adviceHead').click('review.open', { nomination: id });
    await changeNomination(office, id, { submitted: { by: person('an'), at: instant('2026-11-12T08:59:00') } });
    await assert.rejects(click(card, 'review.agree'), { code: 'DOSSIER_CHANGED', show: at(id) });
    assert.equal((await nominationOf(office, id)).data.state, 'submitted');
    assert.deepEqual(await office.owed(), []);
  });

  it('one that went on marked as overdue while the card was open stays so, and is not next', async () => {
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    const { card } = await office.as('adviceHead').click('review.open', { nomination: id });
    office.set('2026-11-13T17:00:00');
    // Due, and not carried out yet: the opinion still counts.
    const other = await seedDossier(office, 'an2', { state: 'submitted' });
    await office.as('adviceHead').click('review.agree', { nomination: other, rev: '1', confirm: 'yes' });
    assert.equal((await nominationOf(office, other)).data.opinion?.kind, 'agree');
    await office.runDue();
    await assert.rejects(click(card, 'review.agree'), { code: 'ALREADY_DONE', show: at(id) });
    assert.equal((await nominationOf(office, id)).data.opinion?.kind, 'overdue');
    assert.deepEqual((await office.as('adviceHead').click('review.next', { round })).show, list);
  });

  it('nobody comes upon a dossier of their own, nor has it counted', async () => {
    await seedDossier(office, 'adviceHead', { state: 'submitted' });
    const model = (await nominationOf(office, nominationId(round, person('adviceHead')))).data;
    await collective(model, waitsFor('adviceHead'));
    assert.deepEqual((await office.as('adviceHead').click('review.next', { round })).show, list);
    assert.doesNotMatch((await office.as('adviceHead').say('việc của tôi')).text, /chờ anh\/chị cho ý kiến/);
  });

  it('whoever comes after a head has what waits for them, the dossiers sent before too; the former head has none', async () => {
    const people = {
      adviceHead: { roles: ['staff' as const], departmentId: dept('insurance') },
      adviceDeputy: { roles: ['head' as const], title: 'Phụ trách phòng' },
    };
    office = await openOffice({ now: '2026-11-12T09:00:00', people });
    await seedRound(office);
    const before = await seedDossier(office, 'an', { state: 'submitted' });
    const since = await seedDossier(office, 'an2', { state: 'submitted', nomination: waitsFor('adviceDeputy') });
    assert.doesNotMatch((await office.as('adviceHead').say('việc của tôi')).text, /chờ anh\/chị cho ý kiến/);
    const forged = { nomination: before, rev: '1', confirm: 'yes' };
    await assert.rejects(office.as('adviceHead').click('review.agree', forged), { code: 'NOT_REVIEWER' });
    const first = await office.as('adviceDeputy').click('review.next', { round });
    assert.deepEqual(first.show, at(before));
    assert.doesNotMatch(first.text, /Cho ý kiến thay/);
    const second = await click(first.card, 'review.agree', { as: 'adviceDeputy' });
    assert.deepEqual(second.show, at(since));
    assert.deepEqual((await click(second.card, 'review.agree', { as: 'adviceDeputy' })).show, list);
    for (const id of [before, since]) {
      const { opinion } = (await nominationOf(office, id)).data;
      assert.equal(opinion?.by, person('adviceDeputy'));
      assert.equal(opinion?.inPlaceOf, undefined);
    }
  });

  it('the director goes through heads and collectives the same way', async () => {
    const head = await seedDossier(office, 'adviceHead', { state: 'submitted', nomination: waitsFor('director') });
    const model = (await nominationOf(office, head)).data;
    const department = await collective(model, {
      ...waitsFor('director'),
      ...sent('adviceDeputy', '2026-11-11T08:00:00'),
    });
    const todo = await office.as('director').say('việc của tôi');
    const first = await click(todo.card, 'review.next', { as: 'director' });
    assert.deepEqual(first.show, at(head));
    const second = await click(first.card, 'review.agree', { as: 'director' });
    assert.deepEqual(second.show, at(department));
    assert.deepEqual((await click(second.card, 'review.agree', { as: 'director' })).show, list);
    assert.equal((await nominationOf(office, department)).data.opinion?.by, person('director'));
  });

  it('of two of one name each is told apart on the card, on the list and in what was saved', async () => {
    await seedDossier(office, 'an', { state: 'submitted', nomination: sent('an', '2026-11-10T08:00:00') });
    await seedDossier(office, 'an2', { state: 'submitted', nomination: sent('an2', '2026-11-11T08:00:00') });
    const queue = await office.as('adviceHead').click('review.queue', { round });
    assert.match(queue.text, /Nguyễn Văn An \(an\)[\s\S]*Nguyễn Văn An \(an2\)/);
    const first = await office.as('adviceHead').click('review.next', { round });
    assert.match(first.text, /Nguyễn Văn An \(an\)/);
    const second = await click(first.card, 'review.agree');
    assert.match(second.text, /đồng ý về hồ sơ của Nguyễn Văn An \(an\)\.[\s\S]*Nguyễn Văn An \(an2\)/);
  });

  async function collective(model: Nomination, more: Partial<Nomination>): Promise<string> {
    const id = nominationId(round, dept('advice'));
    const candidate = { kind: 'department' as const, id: dept('advice') };
    await office.store.commit(scope.unit, [create(nominationRecord, scope, id, { ...model, candidate, ...more })]);
    return id;
  }
});
