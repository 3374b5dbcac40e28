import assert from 'node:assert/strict';
import { actionsOf, openOffice, person } from '../../support/office.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const wishes = ['asks', 'declines', 'undecided'] as const;

describe('what was not sent in its time', () => {
  it('is counted for the office as its button shows it: without those who do not ask to be considered', async () => {
    for (const an of wishes)
      for (const an2 of wishes) {
        const office = await openOffice({ now: '2026-12-01T09:00:00' });
        await seedRound(office);
        await seedDossier(office, 'an', { state: 'lapsed', wish: an });
        await seedDossier(office, 'an2', { state: 'lapsed', wish: an2 });
        await seedDossier(office, 'hniê', { state: 'submitted' });
        const n = [an, an2].filter((wish) => wish !== 'declines').length;
        const { text, card } = await office.as('office').say('việc của tôi');
        const row = actionsOf(card).find(({ verb }) => verb === 'intake.find');
        assert.equal(row !== undefined, n > 0, `${an}, ${an2}`);
        if (n > 0) assert.match(text, new RegExp(`${n} hồ sơ chưa gửi khi hết hạn, có thể xem xét nhận muộn`));
        const shown = await office.as('office').click('intake.find', row?.data ?? { round });
        const rows = actionsOf(shown.card).filter(({ verb }) => verb === 'intake.late');
        assert.equal(new Set(rows.map(({ data }) => data.nomination)).size, n, `${an}, ${an2}`);
        office.store.close();
      }
  });

  it('is counted without whom the head proposed and who did not agree: nothing of theirs can be taken in', async () => {
    for (const [consent, wish, isCounted] of [
      ['pending', 'undecided', false],
      ['refused', 'undecided', false],
      ['refused', 'asks', true],
      ['given', 'undecided', true],
    ] as const) {
      const office = await openOffice({ now: '2026-12-01T09:00:00' });
      await seedRound(office);
      const proposal = { by: person('adviceHead'), at: instant('2026-11-20T09:00:00'), reason: 'Nổi bật', consent };
      await seedDossier(office, 'an', { state: 'lapsed', wish, nomination: { proposal } });
      const { card } = await office.as('office').say('việc của tôi');
      assert.equal(
        actionsOf(card).some(({ verb }) => verb === 'intake.find'),
        isCounted,
        `${consent}, ${wish}`,
      );
      office.store.close();
    }
  });

  it('of somebody who does not ask is still found by name', async () => {
    const office = await openOffice({ now: '2026-12-01T09:00:00' });
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'lapsed', wish: 'declines' });
    assert.match((await office.as('office').click('intake.find', { round, name: 'Văn An' })).text, /Nguyễn Văn An/);
  });
});
