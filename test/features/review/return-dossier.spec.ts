import assert from 'node:assert/strict';
import { actionsOf, type Office, openOffice, person, textOf } from '../../support/office.ts';
import { changeNomination, instant, nominationOf, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('review.return', () => {
  let office: Office;
  let id: string;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'submitted' });
  });
  const send = (reason = 'Bổ sung số liệu CN2') =>
    office.as('adviceHead').click('review.return', { nomination: id, rev: '1', confirm: 'yes', reason });

  it('names the supplement deadline before anything is written', async () => {
    const form = await office.as('adviceHead').click('review.return', { nomination: id, rev: '1' });
    assert.match(form.text, /Hạn gửi lại: hết ngày 30\/11\/2026/);
    assert.equal((await nominationOf(office, id)).rev, 1);
  });

  it('sends the dossier back with the reason and never less time than everyone has', async () => {
    await send();
    const { data } = await nominationOf(office, id);
    assert.equal(data.state, 'returned');
    assert.deepEqual(data.returned, {
      by: person('adviceHead'),
      at: instant('2026-11-12T09:00:00'),
      reason: 'Bổ sung số liệu CN2',
      until: instant('2026-11-30T23:59:59.999'),
    });
    assert.equal(data.opinion, null);
    assert.deepEqual(
      (await office.owed()).map((o) => [o.to, o.data.kind]),
      [['an', 'nomination.returned']],
    );
  });

  it('gives five working days where the round leaves fewer', async () => {
    office.set('2026-12-02T09:00:00');
    await send();
    assert.equal((await nominationOf(office, id)).data.returned?.until, instant('2026-12-09T17:00:00'));
  });

  it('the candidate reads what, by whom, until when, and that it is no result', async () => {
    await send('Bổ sung **số liệu** [xem](https://example.com)');
    const told = await office.as('an').page('review.returned', { nomination: id });
    const text = textOf(told?.card);
    for (const words of [
      /được trả lại để bổ sung, hoàn thiện/,
      /Bổ sung \*\*số liệu\*\* \[xem\]\(https:\/\/example\.com\)/,
      /Trưởng phòng Đỗ Ăn/,
      /Đến hết ngày 30\/11\/2026/,
      /Nội dung đã kê khai được giữ nguyên\. Việc trả lại không phải là kết quả xét khen thưởng\./,
    ])
      assert.match(text, words);
    assert.deepEqual(
      actionsOf(told?.card).map((a) => a.verb),
      ['assess.open', 'evidence.list', 'dossier.show'],
    );
    assert.equal(told?.subject, id);
  });

  it('after it was sent again the card says so and no longer asks for anything', async () => {
    await send();
    await changeNomination(office, id, {
      state: 'submitted',
      submitted: { by: person('an'), at: instant('2026-11-13T08:15:00') },
    });
    const told = await office.as('an').page('review.returned', { nomination: id });
    assert.match(textOf(told?.card), /Hồ sơ đã được gửi lại lúc 08:15 ngày 13\/11\/2026/);
    assert.deepEqual(
      actionsOf(told?.card).map((a) => a.verb),
      ['dossier.show'],
    );
  });

  it('needs a reason', async () => {
    await assert.rejects(send(' '), { code: 'REASON_MISSING' });
    assert.equal((await nominationOf(office, id)).data.state, 'submitted');
  });

  it('twice has one effect', async () => {
    await send();
    await send();
    assert.equal((await nominationOf(office, id)).rev, 2);
    assert.equal((await office.owed()).length, 1);
  });

  it('after an opinion is refused: the dossier is the office’s now', async () => {
    await office.as('adviceHead').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' });
    await assert.rejects(send(), { code: 'ALREADY_DONE' });
    assert.equal((await nominationOf(office, id)).data.state, 'opined');
  });

  it('what was returned is not shown to colleagues, nor in a channel', async () => {
    await send();
    assert.equal(await office.as('an2').page('review.returned', { nomination: id }), null);
    assert.equal(await office.as('insuranceHead').page('review.returned', { nomination: id }), null);
    assert.equal(await office.channelPage('office', 'review.returned', { nomination: id }), null);
  });
});
