import assert from 'node:assert/strict';
import { lastChange } from '../../../src/model/dossier/last-change.ts';
import { auditOf } from '../../../src/ports/commit.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';

describe('who changed a record last', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });

  for (const [when, step] of [
    ['in one millisecond', 0],
    ['though the click was made before the others', -1],
  ] as const) {
    it(`is whoever did so last, ${when}`, async () => {
      const subject = 'nomination:annual-2026:x';
      const actors = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? person('an') : person('office')));
      const events = actors.map((actor, i) =>
        auditOf(scope, { at: office.now.plus({ milliseconds: step * i }), actor, command: 'test', subject }),
      );
      for (const { change } of events) await office.store.commit(scope.unit, [change]);
      assert.equal((await lastChange(office.turn(), subject)).actor, person('office'));
    });
  }

  it('is the unit where nobody has', async () => {
    const { actor, by } = await lastChange(office.turn(), 'nomination:annual-2026:x');
    assert.deepEqual([actor, by], ['', office.turn().plan.unit.name]);
  });
});
