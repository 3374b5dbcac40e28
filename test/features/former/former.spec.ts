import assert from 'node:assert/strict';
import { decode } from '../../../src/ports/documents.ts';
import { formerOpinionId, formerOpinionRecord } from '../../../src/records/former-opinion.ts';
import { afterCouncil } from '../../support/after-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, person, scope, textOf } from '../../support/office.ts';
import { wayBack } from '../../support/refusal.ts';
import { changeNomination, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { openCentre, press } from '../roster/one/a-person.ts';

const codeOf = (expected: string) => (error: { code?: string }) => error.code === expected;
const to = dept('insurance');
const former = formerOpinionId(round, person('an'), dept('advice'));

async function moves(office: Office, key = 'an', belongsTo = to): Promise<void> {
  const { card } = await office.as('office').click('roster.move', { person: person(key) });
  const sure = await press(office, card, 'roster.transfer', { belongsTo });
  await press(office, sure.card, 'roster.transfer');
}
async function sends(office: Office): Promise<void> {
  const { card } = await office.as('an').click('nomination.submit', { round });
  await press(office, card, 'nomination.submit', {}, 'an');
}
/** An has written a dossier in the advice department, and goes to another one before it is sent. */
async function moved(): Promise<Office> {
  const office = await openCentre('2026-11-12T11:00:00');
  await seedRound(office);
  await seedDossier(office, 'an', { wish: 'asks', state: 'draft' });
  await moves(office);
  return office;
}
const requests = async (office: Office) => (await office.owed('former.request')).map(({ to: who }) => who);
const kept = async (office: Office) => {
  const stored = await office.store.get(scope.unit, former);
  return stored === undefined ? undefined : decode(formerOpinionRecord, stored).data;
};
const say = (office: Office, who: string, words: string, rev = '1') =>
  office.as(who).click('former.say', { former, rev, reason: words });

describe('somebody who went to another department before sending', () => {
  it('has nobody asked until the dossier is sent; then the head there gives the opinion, and the former one says something', async () => {
    const office = await moved();
    assert.deepEqual(await requests(office), []);
    await assert.rejects(say(office, 'adviceHead', 'Tốt'), codeOf('FORMER_NOT_YOURS'));
    assert.doesNotMatch((await office.as('adviceHead').say('việc của tôi')).text, /đã chuyển phòng/);
    await sends(office);
    assert.deepEqual(await requests(office), ['adviceHead']);
    assert.deepEqual(
      (await office.owed('review.request')).map(({ to: who }) => who),
      ['insuranceHead'],
    );
    const todo = await office.as('adviceHead').say('việc của tôi');
    assert.match(todo.text, /1 người đã chuyển phòng/);
    const { card } = await press(office, todo.card, 'former.open', {}, 'adviceHead');
    assertGoodCard(card);
    assert.match(textOf(card), /Nguyễn Văn An công tác tại Phòng Tư vấn – Giới thiệu việc làm đến 12\/11\/2026/);
    const done = await press(
      office,
      card,
      'former.say',
      { reason: 'Hoàn thành xuất sắc nhiệm vụ 10 tháng.' },
      'adviceHead',
    );
    assert.match(done.text, /Đã lưu ý kiến vào hồ sơ/);
    assert.doesNotMatch((await office.as('adviceHead').say('việc của tôi')).text, /đã chuyển phòng/);
    const dossier = await office
      .as('insuranceHead')
      .click('review.open', { nomination: `nomination:${round}:${person('an')}` });
    assertGoodCard(dossier.card);
    assert.match(dossier.text, /Ý kiến của Phòng Tư vấn – Giới thiệu việc làm \(công tác tại đây đến 12\/11\/2026\)/);
    assert.match(dossier.text, /Trưởng phòng Đỗ Ăn[^\n]*\n?.*Hoàn thành xuất sắc nhiệm vụ 10 tháng/);
  });
  it('is read before anything is said, as not waited for', async () => {
    const office = await moved();
    await sends(office);
    const { text } = await office
      .as('insuranceHead')
      .click('review.open', { nomination: `nomination:${round}:${person('an')}` });
    assert.match(text, /Chưa có ý kiến; hồ sơ không chờ ý kiến này/);
  });
  it('is spoken of by those who lead there alone; nobody else sees or writes it, and nothing of the dossier is shown', async () => {
    const office = await moved();
    await sends(office);
    for (const who of ['an', 'an2', 'insuranceHead', 'office', 'director', 'adviceDeputy', 'secretary']) {
      await assert.rejects(say(office, who, 'x'), codeOf('FORMER_NOT_YOURS'), who);
      await assert.rejects(office.as(who).click('former.open', { former }), codeOf('FORMER_NOT_YOURS'), who);
      assert.equal(await office.as(who).page('former.form', { former }), null, who);
    }
    await assert.rejects(
      office.as('adviceHead').click('former.say', { former: 'formerOpinion:x', rev: '1', reason: 'x' }),
      codeOf('FORMER_NOT_YOURS'),
    );
    const page = await office.as('adviceHead').page('former.form', { former });
    assert.doesNotMatch(textOf(page?.card), /Đã hoàn thành nhiệm vụ được giao/);
    await assert.rejects(
      office.as('adviceHead').click('review.open', { nomination: `nomination:${round}:${person('an')}` }),
    );
  });
  it('is spoken of by the deputy while the head is away, in both names', async () => {
    const office = await moved();
    const away = await office.as('office').click('leave.show', { person: person('adviceHead') });
    const sure = await press(office, away.card, 'leave.save', { from: 'hôm nay', to: '' });
    await press(office, sure.card, 'leave.save');
    await sends(office);
    assert.deepEqual(await requests(office), ['adviceDeputy']);
    const page = await office.as('adviceDeputy').page('former.form', { former });
    assert.match(textOf(page?.card), /Cho ý kiến thay Trưởng phòng Đỗ Ăn/);
    await say(office, 'adviceDeputy', 'Tốt');
    assert.equal((await kept(office))?.opinion?.inPlaceOf, person('adviceHead'));
    const dossier = await office
      .as('insuranceHead')
      .click('review.open', { nomination: `nomination:${round}:${person('an')}` });
    assert.match(dossier.text, /Trịnh Thị Ẩn[^\n]*thay[^\n]*Đỗ Ăn/);
  });
  it('keeps what was said when it comes back and is sent again, and nobody is asked twice', async () => {
    const office = await moved();
    await sends(office);
    await say(office, 'adviceHead', 'Tốt');
    const nomination = `nomination:${round}:${person('an')}`;
    const opened = await office.as('insuranceHead').click('review.open', { nomination });
    const form = await press(office, opened.card, 'review.return', {}, 'insuranceHead');
    await press(office, form.card, 'review.return', { reason: 'Bổ sung' }, 'insuranceHead');
    await sends(office);
    assert.deepEqual(await requests(office), ['adviceHead']);
    assert.equal((await kept(office))?.opinion?.words, 'Tốt');
  });
  it('can be spoken of anew until the council has the dossier, once for each click, and not by a card that is out of date', async () => {
    const office = await moved();
    await sends(office);
    const nomination = `nomination:${round}:${person('an')}`;
    await say(office, 'adviceHead', 'Tốt');
    assert.match((await say(office, 'adviceHead', 'Tốt')).text, /Đã lưu/);
    const stale = await wayBack(say(office, 'adviceHead', 'Rất tốt'));
    assert.deepEqual([stale.code, stale.typed?.reason], ['ALREADY_DONE', 'Rất tốt']);
    await say(office, 'adviceHead', 'Rất tốt', '2');
    assert.equal((await kept(office))?.opinion?.words, 'Rất tốt');
    for (const [reason, code] of [
      [' ', 'REASON_MISSING'],
      ['x'.repeat(1001), 'REASON_TOO_LONG'],
    ] as const)
      await assert.rejects(say(office, 'adviceHead', reason, '3'), codeOf(code));
    await changeNomination(office, nomination, { state: 'recommended' });
    const late = await wayBack(say(office, 'adviceHead', 'Muộn', '3'));
    assert.equal(late.code, 'WRONG_STATE');
    const page = await office.as('adviceHead').page('former.form', { former });
    assert.match(textOf(page?.card), /không còn ở bước nhận ý kiến/);
    assert.deepEqual(
      actionsOf(page?.card ?? {}).map(({ verb }) => verb),
      ['todo.show'],
    );
  });
  it('who comes back to the department is judged by its head as everybody is', async () => {
    const office = await moved();
    await moves(office, 'an', dept('advice'));
    await sends(office);
    // The head of the department in between can speak of these days.
    assert.deepEqual(await requests(office), ['insuranceHead']);
    await assert.rejects(say(office, 'adviceHead', 'x'), codeOf('FORMER_NOT_YOURS'));
  });
  it('is not asked about where the department left has nobody to lead it, nor once it was sent, nor after the round', async () => {
    const office = await openCentre('2026-11-12T11:00:00');
    await seedRound(office);
    const sent = await seedDossier(office, 'an', { state: 'submitted' });
    await moves(office);
    assert.equal(await kept(office), undefined);
    assert.equal((await nominationOf(office, sent)).data.departmentId, dept('advice'));
    office.set('2026-12-02T09:00:00');
    await moves(office, 'an2');
    assert.equal((await office.dump('formerOpinion')).length, 0);
    const empty = await moved();
    for (const key of ['adviceHead', 'adviceDeputy']) await moves(empty, key, dept('office'));
    await sends(empty);
    assert.deepEqual(await requests(empty), []);
    const { text } = await empty.as('insuranceHead').click('review.open', { nomination: sent });
    assert.doesNotMatch(text, /Ý kiến của Phòng Tư vấn/);
  });
  it('is opened by its words, and says when nothing waits', async () => {
    const office = await moved();
    await assert.rejects(office.as('adviceHead').say('lưu ý kiến'), codeOf('FORMER_NONE'));
    await sends(office);
    assert.match((await office.as('adviceHead').say('lưu ý kiến')).text, /trước khi chuyển phòng/);
  });
  it('is read by the council and whoever decides, beside the opinion of the head', async () => {
    const office = await afterCouncil();
    const words = { by: person('insuranceHead'), at: '2026-11-20T02:00:00.000Z', words: 'Hoàn thành tốt ở phòng cũ.' };
    await office.store.commit(scope.unit, [
      {
        op: 'create',
        doc: {
          ...{ unit: scope.unit, tenant: scope.tenant, id: formerOpinionId(round, person('an'), to) },
          ...{ type: 'formerOpinion', v: 1, rev: 1 },
          index: { round, candidate: `${round}:${person('an')}` },
          data: {
            ...{ round, candidate: { kind: 'person', id: person('an') }, departmentId: to },
            ...{ departmentName: 'Phòng Bảo hiểm thất nghiệp', until: '2026-05-31', opinion: words },
          },
        },
      },
    ]);
    const { text } = await office
      .as('director')
      .click('decide.case', { nomination: `nomination:${round}:${person('an')}` });
    assert.match(
      text,
      /Phòng Bảo hiểm thất nghiệp \(công tác tại đây đến 31\/05\/2026\)[\s\S]*Hoàn thành tốt ở phòng cũ/,
    );
  });
});
