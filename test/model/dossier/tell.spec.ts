import assert from 'node:assert/strict';
import { stamp } from '../../../src/ports/commit.ts';
import { create, load } from '../../../src/ports/documents.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { personRecord } from '../../../src/records/person.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const refreshed = async (office: Office): Promise<string[]> =>
  (await office.dump('refresh')).map(({ data }) => (data as { subject: string }).subject);
const queue = `queue:${person('adviceHead')}`;

describe('the reviewer’s posted list', () => {
  const press = async (office: Office, who: string, verb: string) => {
    const first = await office.as(who).click(verb, {});
    const button = actionsOf(first.card).find((a) => a.verb === verb);
    assert.ok(button);
    return office.as(who).click(verb, button.data);
  };
  const moves: Record<
    string,
    [state: 'draft' | 'submitted', act: (office: Office, nomination: string) => Promise<unknown>]
  > = {
    'sent by the candidate': ['draft', (office) => press(office, 'an', 'nomination.submit')],
    'withdrawn by the candidate': ['submitted', (office) => press(office, 'an', 'nomination.withdraw')],
    'returned by the office': [
      'submitted',
      (office, nomination) =>
        office.as('office').click('intake.return', { nomination, rev: 1, send: 'yes', reason: 'Thiếu', until: '' }),
    ],
    'held by the office': [
      'submitted',
      (office, nomination) =>
        office.as('office').click('intake.hold', { nomination, rev: 1, send: 'yes', reason: 'Xác minh' }),
    ],
    'taken in late': [
      'draft',
      (office, nomination) => {
        office.set('2026-12-02T09:00:00');
        return office.as('office').click('intake.late', { nomination, rev: 1, send: 'yes', reason: 'Đi công tác' });
      },
    ],
  };
  for (const [what, [state, act]] of Object.entries(moves)) {
    it(`is redrawn when a dossier is ${what}`, async () => {
      const office = await openOffice();
      await seedRound(office);
      await act(office, await seedDossier(office, 'an', { state }));
      assert.ok((await refreshed(office)).includes(queue));
    });
  }
});

describe('word of a collective dossier', () => {
  async function collective(office: Office, by: string, late = false): Promise<string> {
    const model = (await nominationOf(office, await seedDossier(office, 'an', { state: 'opined' }))).data;
    const id = nominationId(round, dept('advice'));
    const submitted = { by, at: instant('2026-11-10T09:00:00') };
    const data = {
      ...model,
      candidate: { kind: 'department' as const, id: dept('advice') },
      submitted,
      late: late ? { ...submitted, reason: 'Đi công tác' } : null,
    };
    await office.store.commit(scope.unit, [create(nominationRecord, scope, id, data)]);
    return id;
  }
  const told = async (office: Office, kind: string): Promise<string[]> =>
    (await office.owed(kind)).map(({ to }) => to).sort();

  it('goes to the same people whoever sends it: head, deputies, and who sent it', async () => {
    const office = await openOffice();
    await seedRound(office);
    const id = await collective(office, person('adviceDeputy'));
    await office.as('office').click('intake.accept', { nomination: id, rev: 1 });
    assert.deepEqual(await told(office, 'intake.accepted'), ['adviceDeputy', 'adviceHead']);
    await changeNomination(office, id, {
      state: 'submitted',
      submitted: { by: person('vice'), at: stamp(office.now) },
    });
    await office
      .as('office')
      .click('intake.return', { nomination: id, rev: 3, send: 'yes', reason: 'Thiếu', until: '' });
    assert.deepEqual(await told(office, 'nomination.returned'), ['adviceDeputy', 'adviceHead', 'vice']);
  });

  it('does not go to the officer who took it in late, as if it were theirs', async () => {
    const office = await openOffice();
    await seedRound(office);
    const id = await collective(office, person('office'), true);
    await office.as('office').click('intake.accept', { nomination: id, rev: 1 });
    assert.deepEqual(await told(office, 'intake.accepted'), ['adviceDeputy', 'adviceHead']);
  });
});

describe('a unit whose office has more people than one commit takes', () => {
  async function crowdedOffice(): Promise<Office> {
    const office = await openOffice();
    await seedRound(office);
    const clerk = await load(office.store, scope.unit, personRecord, person('office'));
    assert.ok(clerk);
    for (let i = 0; i < 120; i++) {
      const id = person(`clerk${String(i).padStart(3, '0')}`);
      await office.store.commit(scope.unit, [create(personRecord, scope, id, { ...clerk.data, aadObjectId: id })]);
    }
    return office;
  }

  it('still gives opinions and withdraws, and everyone of the office hears of it once', async () => {
    const office = await crowdedOffice();
    const nomination = await seedDossier(office, 'an', { state: 'submitted' });
    await office.as('adviceHead').click('review.agree', { nomination, rev: '1', confirm: 'yes' });
    await office.runDue();
    const asked = (await office.owed('intake.request')).map(({ to }) => to);
    assert.equal(asked.length, 123);
    assert.equal(new Set(asked).size, 123);
    await office.as('an').click('nomination.withdraw', { rev: '2', confirm: 'yes' });
    await office.runDue();
    assert.equal((await office.owed('nomination.withdrawn')).length, 124);
  });
});
