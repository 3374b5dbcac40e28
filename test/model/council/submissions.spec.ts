import assert from 'node:assert/strict';
import { submissionOf, submissionsOf } from '../../../src/model/council/submissions.ts';
import { create, decode } from '../../../src/ports/documents.ts';
import { submissionId, submissionRecord } from '../../../src/records/council.ts';
import { nominationRecord } from '../../../src/records/nomination.ts';
import { recommended } from '../../support/after-council.ts';
import { dossier, nomination, openedRound, round } from '../../support/before-council.ts';
import { openOffice, person, scope } from '../../support/office.ts';

describe('submissions of a round', () => {
  it('stand in the order in which they were sent, beyond nine too, and the last that names a dossier took it there', async () => {
    const office = await openOffice();
    await openedRound(office);
    const an = nomination(person('an'));
    await dossier(office, person('an'), { ...recommended('so'), state: 'forwarded' });
    for (let sequence = 1; sequence <= 11; sequence += 1) {
      const data = {
        round,
        sequence,
        nominations: [an],
        number: `${sequence}/TTr`,
        sentOn: '2026-12-10',
        recorded: { by: person('office'), at: '2026-12-10T02:00:00.000Z' },
      };
      await office.store.commit(scope.unit, [create(submissionRecord, scope, submissionId(round, sequence), data)]);
    }
    const all = await office.run((turn) => submissionsOf(turn, round));
    assert.deepEqual(
      all.map(({ data }) => data.sequence),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    );
    const stored = await office.store.get(scope.unit, an);
    assert.ok(stored);
    const dossierNow = decode(nominationRecord, stored);
    assert.equal(submissionOf(all, dossierNow)?.data.sequence, 11);
    for (const state of ['accepted', 'tabled', 'recommended', 'notRecommended', 'declined'] as const)
      assert.equal(submissionOf(all, { id: an, data: { ...dossierNow.data, state } }), undefined, state);
  });
});
