import assert from 'node:assert/strict';
import { openOffice, textOf } from '../../support/office.ts';
import { finish, openRound, round } from './a-round.ts';

describe('the line of a message', () => {
  it('says what its card says is left: the collective dossier alone, and no "0 người"', async () => {
    const office = await openOffice({ now: '2026-11-23T08:30:00' });
    await openRound(office);
    await finish(office, 'adviceHead', 'adviceDeputy', 'an', 'an2', 'hniê');
    const shown = await office.as('adviceHead').page('reminders.head', { day: '2026-11-23' });
    assert.equal(shown?.summary, 'Việc của phòng: 1 hồ sơ tập thể chưa gửi');
    assert.match(textOf(shown?.card), /Hồ sơ tập thể\nChưa lập/);
  });

  it('tells who is on leave, as the round opens, that nothing is required of them', async () => {
    const people = { hniê: { status: 'onLeave' as const, statusFrom: '2026-09-01' } };
    const office = await openOffice({ now: '2026-10-01T09:00:00', people });
    await openRound(office);
    const shown = await office.as('hniê').page('round.opened', { round });
    assert.match(textOf(shown?.card), /Trong thời gian nghỉ chế độ, chị không phải tự đánh giá/);
    assert.doesNotMatch(textOf((await office.as('an').page('round.opened', { round }))?.card), /nghỉ chế độ/);
  });
});
