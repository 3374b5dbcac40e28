import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { type Office, openOffice, textOf } from '../../support/office.ts';
import { changeNomination, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('messages that intake owes', () => {
  let office: Office;
  let id: string;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-12-02T09:00:00' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'opined' });
  });

  /** What each message would show to whoever it goes to. */
  async function told(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const { to, data } of await office.owed()) {
      const shown = await office.as(to).page(data.show.page, data.show.params);
      assert.ok(shown, `${data.kind} shows nothing to ${to}`);
      assertGoodCard(shown.card);
      found[`${data.kind} to ${to}`] = textOf(shown.card);
    }
    return found;
  }

  it('tells the candidate of acceptance by the dossier itself', async () => {
    await office.as('office').click('intake.accept', { nomination: id, rev: 1 });
    assert.match((await told())['intake.accepted to an'] ?? '', /Đã tiếp nhận/);
  });

  it('tells the candidate what to complete, by whom it was returned and until when', async () => {
    await office
      .as('office')
      .click('intake.return', { nomination: id, rev: 1, send: 'yes', reason: 'Bổ sung minh chứng CN2', until: '' });
    const text = (await told())['nomination.returned to an'] ?? '';
    assert.match(text, /Bổ sung minh chứng CN2/);
    assert.match(text, /Lê Thị Thu Hà/);
    assert.match(text, /17:00 ngày 09\/12\/2026|17 giờ 00/);
  });

  it('asks the head for an opinion on a dossier taken in late, and tells the candidate', async () => {
    await changeNomination(office, id, { state: 'lapsed', snapshot: null, submitted: null, opinion: null });
    await office
      .as('office')
      .click('intake.late', { nomination: id, rev: 2, send: 'yes', reason: 'Đi công tác dài ngày' });
    const found = await told();
    assert.deepEqual(Object.keys(found), ['intake.late to an', 'review.request to adviceHead']);
    assert.match(found['review.request to adviceHead'] ?? '', /Nguyễn Văn An/);
  });

  it('tells of a pause and of its end', async () => {
    await office.as('office').click('intake.hold', { nomination: id, rev: 1, send: 'yes', reason: 'Đang xác minh' });
    assert.match((await told())['intake.held to an'] ?? '', /không phải là kết quả/);
    await office.as('office').click('intake.resume', { nomination: id, rev: 2 });
    assert.equal(await office.as('an').page('intake.held', { nomination: id }), null);
    assert.ok(await office.as('an').page('dossier.show', { round: 'annual-2026', candidate: 'person:an' }));
  });

  it('is asked for by a head’s opinion, and asks no longer once somebody has taken the dossier in', async () => {
    await changeNomination(office, id, { state: 'submitted', opinion: null });
    await office.as('adviceHead').click('review.agree', { nomination: id, rev: '2', reason: '', confirm: 'yes' });
    await office.runDue();
    const requests = await office.owed('intake.request');
    assert.deepEqual(requests.map((r) => r.to).sort(), ['office', 'officeHead', 'secretary']);
    assert.match((await told())['intake.request to office'] ?? '', /Nguyễn Văn An/);
    await office.as('secretary').click('intake.accept', { nomination: id, rev: 3 });
    for (const { to, data } of requests) {
      assert.equal(await office.as(to).page(data.show.page, data.show.params), null);
    }
  });
});
