import assert from 'node:assert/strict';
import { candidateView } from '../../../src/model/dossier/dossier.ts';
import { reviewerFor } from '../../../src/model/dossier/reviewer.ts';
import { actionsOf, type Office, openOffice, person } from '../../support/office.ts';
import { nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

async function sent(office: Office, key: string) {
  await seedRound(office);
  const id = await seedDossier(office, key, { state: 'draft' });
  const confirm = await office.as(key).click('nomination.submit', {});
  const button = actionsOf(confirm.card).find(({ verb }) => verb === 'nomination.submit');
  await office.as(key).click('nomination.submit', button?.data);
  return (await nominationOf(office, id)).data;
}

describe('posts and the dates of the roster', () => {
  it('a head whose contract has ended is asked for nothing; the director is', async () => {
    const office = await openOffice({ people: { adviceHead: { endDate: '2026-10-31' } } });
    assert.equal((await sent(office, 'an')).snapshot?.reviewerId, person('director'));
  });

  it('a head who leaves later, or is on leave, still holds the post', async () => {
    for (const change of [
      { status: 'left' as const, statusFrom: '2026-12-31' },
      { status: 'onLeave' as const, statusFrom: '2026-10-01' },
    ]) {
      const office = await openOffice({ people: { adviceHead: change } });
      const turn = office.turn();
      assert.equal(await reviewerFor(turn, await candidateView(turn, person('an'))), person('adviceHead'));
    }
  });

  it('somebody who left after sending is still decided about, and the office sees that they left', async () => {
    const office = await openOffice({ people: { an: { endDate: '2026-11-15' } } });
    const { snapshot } = await sent(office, 'an');
    assert.equal(snapshot?.name, 'Nguyễn Văn An');
    office.set('2026-11-20T09:00:00');
    await office.runDue();
    const nomination = `nomination:${round}:${person('an')}`;
    const opened = await office.as('office').click('intake.open', { nomination });
    assert.match(opened.text, /Không còn trong danh sách nhân sự/);
    await office.as('office').click('intake.accept', { nomination, rev: (await nominationOf(office, nomination)).rev });
    assert.equal((await nominationOf(office, nomination)).data.state, 'accepted');
  });
});
