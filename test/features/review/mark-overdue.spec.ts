import assert from 'node:assert/strict';
import { type Office, openOffice, scope, textOf } from '../../support/office.ts';
import { instant, nominationOf, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('an opinion that does not come', () => {
  let office: Office;
  let id: string;
  // seedDossier: due on 13 November at 17:00
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-13T16:59:59' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'submitted' });
  });
  const stored = async () => {
    const found = await office.store.get(scope.unit, id);
    assert.ok(found);
    return found;
  };

  it('is waited for until the due instant', async () => {
    await office.runDue();
    assert.equal((await nominationOf(office, id)).data.state, 'submitted');
    assert.deepEqual(await office.owed(), []);
  });

  it('at the due instant the dossier goes on, marked; office, head and candidate are told', async () => {
    office.set('2026-11-13T17:00:00');
    await office.runDue();
    const { data } = await nominationOf(office, id);
    assert.equal(data.state, 'opined');
    assert.deepEqual(data.opinion, { by: '', at: instant('2026-11-13T17:00:00'), kind: 'overdue', reason: '' });
    const owed = await office.owed();
    const told = await Promise.all(owed.map(async ({ to, data }) => [to, ...(await office.tells(data))]));
    assert.deepEqual(told.sort(), [
      ['adviceHead', 'review.overdue'],
      ['an', 'review.opinion'],
      ['office', 'intake.request'],
      ['officeHead', 'intake.request'],
      ['secretary', 'intake.request'],
    ]);
    const reads = textOf((await office.as('an').page('review.opinion', { nomination: id }))?.card);
    assert.match(reads, /Trưởng phòng Đỗ Ăn chưa cho ý kiến đến hết hạn \(17:00 ngày 13\/11\/2026\)/);
    const [word] = await office.owed('review.overdue');
    const list = await office.as('adviceHead').page(word?.data.show.page ?? '', word?.data.show.params);
    assert.match(textOf(list?.card), /Nguyễn Văn An/);
  });

  it('twice is once', async () => {
    office.set('2026-11-14T08:00:00');
    const before = await stored();
    await office.lane('opinion', before);
    await office.lane('opinion', await stored());
    // A sweep that read the record before the first one wrote it.
    await assert.rejects(office.lane('opinion', before), { code: 'Conflict' });
    await office.runDue();
    assert.equal((await nominationOf(office, id)).rev, 2);
    assert.equal((await office.owed()).length, 5);
  });

  it('found at night or on a day off, it is told in the message of the next morning', async () => {
    for (const [found, opening] of [
      ['2026-11-13T17:00:00', '2026-11-16T08:31:30'],
      ['2026-11-14T02:15:00', '2026-11-16T08:31:30'],
      ['2026-11-16T09:00:00', '2026-11-16T09:00:10'],
    ] as const) {
      const other = await openOffice({ now: found });
      await seedRound(other);
      await seedDossier(other, 'an', { state: 'submitted' });
      await other.runDue();
      const owed = await other.owed();
      assert.equal(owed.length, 5);
      for (const { data } of owed) assert.equal(data.dueAt, instant(opening), `${data.kind}, found ${found}`);
      other.store.close();
    }
  });

  it('an opinion given meanwhile stands', async () => {
    const before = await stored();
    await office.as('adviceHead').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' });
    office.set('2026-11-14T08:00:00');
    await assert.rejects(office.lane('opinion', before), { code: 'Conflict' });
    await office.runDue();
    assert.equal((await nominationOf(office, id)).data.opinion?.kind, 'agree');
  });

  it('with nobody in the post nobody is told of it, and the candidate reads why', async () => {
    const other = await seedDossier(office, 'an2', {
      state: 'submitted',
      nomination: {
        snapshot: { name: 'Nguyễn Văn An', title: '', gender: '', departmentName: '', reviewerId: null },
        opinionDueAt: instant('2026-11-12T09:00:00'),
      },
    });
    await office.runDue();
    assert.equal((await nominationOf(office, other)).data.opinion?.kind, 'overdue');
    assert.deepEqual(await office.owed('review.overdue'), []);
    const told = textOf((await office.as('an2').page('review.opinion', { nomination: other }))?.card);
    assert.match(told, /Chưa có người được giao cho ý kiến/);
  });

  it('the head’s click afterwards is told that it was done', async () => {
    office.set('2026-11-14T08:00:00');
    await office.runDue();
    await assert.rejects(office.as('adviceHead').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' }), {
      code: 'ALREADY_DONE',
    });
    assert.equal((await nominationOf(office, id)).data.opinion?.by, '');
  });
});
