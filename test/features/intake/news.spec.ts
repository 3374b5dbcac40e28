import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { type Office, openOffice, textOf } from '../../support/office.ts';
import { seedDossier, seedRound } from '../../support/seed-round.ts';

describe('what the office did to a dossier', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-12-02T09:00:00' });
    await seedRound(office);
  });
  const shown = async (kind: string) => {
    const [owed] = await office.owed(kind);
    const { page, params } = owed?.data.show ?? assert.fail(`no ${kind}`);
    return office.as('an').page(page, params);
  };

  for (const [kind, state, verb, heading, more] of [
    [
      'intake.accepted',
      'opined',
      'intake.accept',
      'Đã tiếp nhận hồ sơ',
      /đã tiếp nhận hồ sơ lúc 09:00 ngày 02\/12\/2026/,
    ],
    ['intake.resumed', 'onHold', 'intake.resume', 'Hồ sơ được tiếp tục xét', /tiếp tục xét từ bước đã dừng/],
    ['intake.late', 'lapsed', 'intake.late', 'Hồ sơ được nhận sau hạn', /Lý do: Điều trị nội trú/],
    [
      'intake.reopened',
      'lapsed',
      'intake.reopen',
      'Hồ sơ được mở lại để hoàn thiện',
      /gửi được đến 17:00 ngày 09\/12\/2026/,
    ],
  ] as const)
    it(`is said first, in the card and in the chat’s preview: ${kind}`, async () => {
      const hold = { by: 'person:office', at: '2026-11-20T02:00:00.000Z', reason: 'x', from: 'opined' as const };
      const id = await seedDossier(office, 'an', { state, nomination: { hold: state === 'onHold' ? hold : null } });
      const form =
        verb === 'intake.late' || verb === 'intake.reopen' ? { send: 'yes', reason: 'Điều trị nội trú' } : {};
      await office.as('office').click(verb, { nomination: id, rev: 1, ...form });
      const told = (await shown(kind)) ?? assert.fail();
      assertGoodCard(told.card);
      assert.ok(told.summary.startsWith(`${heading}: `), told.summary);
      assert.doesNotMatch(told.summary, /A2026|cấp mã/);
      const lines = textOf(told.card).split('\n');
      assert.equal(lines[1], heading);
      assert.match(lines.join('\n'), more);
    });

  it('is not sent any more once it is undone, and is nobody else’s', async () => {
    const id = await seedDossier(office, 'an', { state: 'opined' });
    await office.as('office').click('intake.accept', { nomination: id, rev: 1 });
    const [owed] = await office.owed('intake.accepted');
    assert.equal(await office.as('an2').page('intake.news', owed?.data.show.params), null);
    await office.as('office').click('intake.return', { nomination: id, rev: 2, send: 'yes', reason: 'Thiếu' });
    assert.equal(await shown('intake.accepted'), null);
  });
});
