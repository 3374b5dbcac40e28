import assert from 'node:assert/strict';
import { actionsOf, openOffice } from '../../support/office.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('the page of one’s own dossier', () => {
  it('has no two buttons that lead to the same card, whatever is written and wished', async () => {
    for (const wish of ['undecided', 'asks', 'declines'] as const)
      for (const state of ['draft', 'returned', 'withdrawn', 'submitted', 'none'] as const) {
        const office = await openOffice({ now: '2026-11-16T09:00:00' });
        await seedRound(office);
        if (state !== 'none') await seedDossier(office, 'an', { wish, state });
        const { card } = await office.as('an').click('dossier.show', { round });
        const led = new Map<string, string>();
        for (const { verb, data, title } of actionsOf(card).filter(({ verb }) => verb === 'assess.open')) {
          const to = JSON.stringify((await office.as('an').click(verb, data)).show);
          assert.equal(led.get(to), undefined, `${wish}, ${state}: ${title} and ${led.get(to)}`);
          led.set(to, title);
        }
        if (state === 'none') assert.deepEqual([...led.values()].length, 1);
        office.store.close();
      }
  });

  it('keeps the way to what was written once something else comes next', async () => {
    const office = await openOffice({ now: '2026-11-16T09:00:00' });
    await seedRound(office);
    await seedDossier(office, 'an', { wish: 'asks', state: 'draft' });
    const { card } = await office.as('an').click('dossier.show', { round });
    const verbs = actionsOf(card).map(({ verb }) => verb);
    assert.ok(verbs.includes('nomination.submit') && verbs.includes('assess.open'), verbs.join(' '));
  });
});
