import assert from 'node:assert/strict';
import fc from 'fast-check';
import { postsAmong, reviewerOf } from '../../../src/domain/policy/review.ts';
import { roles } from '../../../src/domain/policy/roles.ts';
import { candidateView } from '../../../src/model/dossier/dossier.ts';
import { reviewerFor } from '../../../src/model/dossier/reviewer.ts';
import { officers } from '../../../src/model/people/people.ts';
import { dept, everyone, openOffice, person } from '../../support/office.ts';

describe('who gives the opinion', () => {
  it('is found without reading every officer, and is who it would be among all of them', async () => {
    const held = fc.record(Object.fromEntries(everyone.map((key) => [key, fc.subarray([...roles], { maxLength: 3 })])));
    const property = fc.asyncProperty(held, async (given) => {
      const people = Object.fromEntries(everyone.map((key) => [key, { roles: given[key] ?? [] }]));
      const office = await openOffice({ people });
      const turn = office.turn();
      for (const id of [...everyone.map(person), dept('advice'), dept('lead')]) {
        const candidate = await candidateView(turn, id);
        const posts = postsAmong(await officers(turn), candidate.departmentId);
        assert.equal(await reviewerFor(turn, candidate), reviewerOf(candidate, candidate.roles, posts), id);
      }
    });
    // Two of one name who are both directors, one of them a head as well.
    const namesakes = {
      ...Object.fromEntries(everyone.map((key) => [key, []])),
      an: ['director' as const],
      an2: ['head' as const, 'director' as const],
    };
    await fc.assert(property, { numRuns: 25, examples: [[namesakes]] });
  });
});
