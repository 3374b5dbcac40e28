import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('intake.accept', () => {
  let office: Office;
  let id: string;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'opined' });
  });

  const refused = async (as: string, data: unknown, code: string): Promise<void> => {
    const before = (await office.dump('nomination')).map((d) => d.rev);
    await assert.rejects(office.as(as).click('intake.accept', data), { code });
    assert.deepEqual(
      (await office.dump('nomination')).map((d) => d.rev),
      before,
    );
    assert.deepEqual(await office.owed(), []);
  };

  it('takes the dossier in, tells the candidate once and shows the dossier as it now is', async () => {
    const answer = await office.as('office').click('intake.accept', { nomination: id, rev: 1 });
    const { data } = await nominationOf(office, id);
    assert.equal(data.state, 'accepted');
    assert.deepEqual(data.accepted, { by: person('office'), at: '2026-11-16T02:00:00.000Z', lateReason: '' });
    const owed = await office.owed('intake.accepted');
    assert.deepEqual(
      owed.map((o) => [o.to, o.data.show.page, o.data.show.params]),
      [['an', 'intake.news', { nomination: id, what: 'accepted', at: '2026-11-16T02:00:00.000Z' }]],
    );
    assert.match(answer.text, /Đã tiếp nhận hồ sơ của Nguyễn Văn An và báo cho người gửi/);
    assert.deepEqual(
      actionsOf(answer.card).filter((a) => a.verb === 'intake.accept'),
      [],
    );
  });

  it('goes on to the dossier that has waited longest, until none waits: one click each', async () => {
    const opinion = {
      by: person('adviceHead'),
      at: instant('2026-11-11T10:00:00'),
      kind: 'agree' as const,
      reason: '',
    };
    const older = await seedDossier(office, 'an2', { state: 'opined', nomination: { opinion } });
    await seedDossier(office, 'secretary', { state: 'opined' });
    await seedDossier(office, 'thao', { state: 'submitted' });
    const opened = await office.as('secretary').click('intake.open', { nomination: id });
    const button = (card: unknown) => actionsOf(card).find(({ verb }) => verb === 'intake.accept');
    assert.equal(button(opened.card)?.title, 'Tiếp nhận → hồ sơ tiếp theo');
    const next = await office.as('secretary').click('intake.accept', button(opened.card)?.data);
    assert.deepEqual(next.show, { page: 'intake.open', params: { nomination: older } });
    assert.match(next.text, /Đã tiếp nhận hồ sơ của Nguyễn Văn An \(an\) .*Bên dưới là hồ sơ tiếp theo\./);
    // Of those left one is her own: the list is shown, and somebody else sees to it.
    const last = await office.as('secretary').click('intake.accept', button(next.card)?.data);
    assert.deepEqual(last.show, { page: 'intake.queue', params: { round, filter: 'waiting' } });
    assert.match(last.text, /Không còn hồ sơ nào chờ anh\/chị tiếp nhận[\s\S]*Phạm Thị Mỹ Lệ/);
    const again = await office.as('secretary').click('intake.accept', button(next.card)?.data);
    assert.equal(again.remark?.key, 'intake.accepted');
    assert.equal((await office.owed('intake.accepted')).length, 2);
  });

  it('takes a second click for the first, and sends nothing again', async () => {
    const first = await office.as('office').click('intake.accept', { nomination: id, rev: '1' });
    const second = await office.as('office').click('intake.accept', { nomination: id, rev: '1' });
    assert.deepEqual(second.remark, first.remark);
    assert.equal((await nominationOf(office, id)).rev, 2);
    assert.equal((await office.owed('intake.accepted')).length, 1);
  });

  it('says who was quicker and shows the current card', async () => {
    await office.as('secretary').click('intake.accept', { nomination: id, rev: 1 });
    await assert.rejects(office.as('office').click('intake.accept', { nomination: id, rev: 1 }), (error: unknown) => {
      const refusal = error as { code: string; facts: { by: string }; show: unknown };
      assert.equal(refusal.code, 'ALREADY_DONE');
      assert.equal(refusal.facts.by, 'Phạm Thị Mỹ Lệ');
      assert.deepEqual(refusal.show, { page: 'intake.open', params: { nomination: id } });
      return true;
    });
    assert.equal((await nominationOf(office, id)).data.accepted?.by, person('secretary'));
  });

  it('lets one of two clicks at the same instant through', async () => {
    const both = await Promise.allSettled([
      office.as('office').click('intake.accept', { nomination: id, rev: 1 }),
      office.as('secretary').click('intake.accept', { nomination: id, rev: 1 }),
    ]);
    assert.deepEqual(both.map((r) => r.status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await office.owed('intake.accepted')).length, 1);
  });

  it('answers both of one person’s clicks at the same instant alike', async () => {
    const click = () => office.as('office').click('intake.accept', { nomination: id, rev: 1 });
    const [first, second] = await Promise.all([click(), click()]);
    assert.deepEqual(second.remark, first.remark);
    assert.equal((await office.owed('intake.accepted')).length, 1);
  });

  for (const as of ['an', 'adviceHead', 'director', 'vice', 'thao']) {
    it(`is not for ${as}`, () => refused(as, { nomination: id, rev: 1 }, 'OFFICE_ONLY'));
  }

  it('is not for one of the office on the own dossier', async () => {
    const own = await seedDossier(office, 'office', { state: 'opined' });
    await refused('office', { nomination: own, rev: 1 }, 'OWN_DOSSIER');
    assert.equal(
      (await office.as('secretary').click('intake.accept', { nomination: own, rev: 1 })).remark?.tone,
      'good',
    );
  });

  /** With all that An's has but its names. */
  async function collectiveDossier(): Promise<string> {
    const model = (await nominationOf(office, id)).data;
    const collective = nominationId(round, dept('advice'));
    const named = { name: 'Phòng Tư vấn', title: '', gender: '', departmentName: 'Phòng Tư vấn' };
    const snapshot = { ...named, reviewerId: null };
    const candidate = { kind: 'department' as const, id: dept('advice') };
    const data = { ...model, candidate, snapshot };
    await office.store.commit(scope.unit, [create(nominationRecord, scope, collective, data)]);
    return collective;
  }

  it('names a collective once, and says that it is one', async () => {
    const nomination = await collectiveDossier();
    for (const page of ['intake.open', 'intake.returnForm', 'intake.holdForm', 'intake.originalForm']) {
      const said = textOf((await office.as('office').page(page, { nomination }))?.card).split('\n');
      const at = said.indexOf('Phòng Tư vấn');
      assert.deepEqual([said[at + 1], said.lastIndexOf('Phòng Tư vấn')], ['Hồ sơ tập thể', at], page);
    }
  });

  it('is not for a deputy of the department on the collective’s dossier that the deputy writes', async () => {
    office = await openOffice({ people: { adviceDeputy: { roles: ['deputy', 'office'] } } });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'opined' });
    const collective = await collectiveDossier();
    await refused('adviceDeputy', { nomination: collective, rev: 1 }, 'OWN_DOSSIER');
  });

  it('is not for a dossier that waits for its head, or is accepted, by a forged revision', async () => {
    await changeNomination(office, id, { state: 'submitted' });
    await refused('office', { nomination: id, rev: 2 }, 'WRONG_STATE');
    await changeNomination(office, id, { state: 'tabled' });
    await refused('office', { nomination: id, rev: 3 }, 'WRONG_STATE');
  });

  it('refuses a stale card', async () => {
    await changeNomination(office, id, { level: 'so' });
    await refused('office', { nomination: id, rev: 1 }, 'ALREADY_DONE');
  });

  it('refuses what no card of ours carries', async () => {
    await refused('office', { nomination: 'nomination:annual-2026:person:nobody', rev: 1 }, 'NOTHING_TO_SHOW');
    await refused('office', { nomination: 'a/b', rev: 1 }, 'BAD_CARD');
    await refused('office', { nomination: id }, 'BAD_CARD');
    await refused('office', { nomination: id, rev: 'x' }, 'BAD_CARD');
    await refused('office', { nomination: id, rev: 1, state: 'awarded' }, 'BAD_CARD');
    await refused('office', { nomination: person('an'), rev: 1 }, 'NOTHING_TO_SHOW');
  });

  it('shows no dossier in a channel', async () => {
    assert.equal(await office.channelPage('office', 'intake.open', { nomination: id }), null);
    assert.equal(await office.channelPage('office', 'intake.queue', { filter: 'all' }), null);
    for (const as of ['an', 'adviceHead', 'director']) {
      assert.equal(await office.as(as).page('intake.open', { nomination: id }), null);
    }
  });

  it('offers no handling of the own dossier, and says why', async () => {
    const own = await seedDossier(office, 'office', { state: 'opined' });
    const shown = await office.as('office').page('intake.open', { nomination: own });
    assert.ok(shown);
    assertGoodCard(shown.card);
    assert.deepEqual(
      actionsOf(shown.card).map((a) => a.verb),
      ['dossier.show', 'intake.queue'],
    );
    assert.match(textOf(shown.card), /hồ sơ của chính anh\/chị/);
  });
});
