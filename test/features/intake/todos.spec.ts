import assert from 'node:assert/strict';
import fc from 'fast-check';
import { queueOfRound, waitsFor } from '../../../src/features/intake/queue.ts';
import { intakeTodos } from '../../../src/features/intake/todos.ts';
import { closesAt, roundOf } from '../../../src/model/round/round.ts';
import { asActor } from '../../../src/pipeline/actor-of.ts';
import { personRecord } from '../../../src/records/person.ts';
import { openOffice, person } from '../../support/office.ts';
import { changeNomination, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const keys = ['officeHead', 'office', 'an', 'an2', 'thao', 'adviceHead'] as const;
const state = fc.constantFrom(undefined, 'draft', 'submitted', 'opined', 'opined', 'returned', 'accepted', 'lapsed');
const states = fc.array(state, { minLength: keys.length, maxLength: keys.length });
const reviewer = fc.constantFrom(person('adviceHead'), person('officeHead'), null);
const reviewers = fc.array(reviewer, { minLength: keys.length, maxLength: keys.length });

describe('what the office has to take in, counted', function () {
  this.timeout(30_000);

  it('is as much as the list shows, of whatever states, one’s own dossier left out', () =>
    fc.assert(
      fc.asyncProperty(states, reviewers, fc.constantFrom('officeHead', 'office'), async (found, by, reader) => {
        const office = await openOffice({ now: '2026-11-16T09:00:00' });
        await seedRound(office);
        for (const [i, key] of keys.entries()) {
          const at = found[i];
          const nomination = await seedDossier(office, key, at === undefined ? {} : { state: at as 'opined' });
          const reviewerId = by[i] ?? null;
          if (at !== 'submitted') continue;
          const { snapshot } = (await nominationOf(office, nomination)).data;
          await changeNomination(office, nomination, { snapshot: snapshot && { ...snapshot, reviewerId } });
        }
        const turn = office.turn();
        const me = (await turn.get(personRecord, person(reader))) ?? assert.fail(reader);
        const actor = asActor(me);
        const loaded = await roundOf(turn, round);
        const at = { round: loaded, plan: office.plan, closes: closesAt(office.plan, loaded.data), isOpen: true };
        const items = (await intakeTodos[0]?.inRound?.({ turn, me, actor, at: office.now }, at)) ?? [];
        const { entries } = await queueOfRound(turn, round);
        const waiting = entries.filter(({ nomination }) => waitsFor(actor, nomination.data)).length;
        const sent = entries.filter(({ filter }) => filter === 'submitted').map(({ nomination }) => nomination.data);
        const heads = new Set(sent.map(({ snapshot }) => snapshot?.reviewerId)).size;
        assert.deepEqual(
          items.map(({ key, facts }) => [key, facts]),
          [
            ...(waiting > 0 ? [['intake', { n: waiting }]] : []),
            ...(heads > 0 ? [['lateHeads', { n: sent.length, heads }]] : []),
          ],
        );
      }),
      { numRuns: 25 },
    ));
});
