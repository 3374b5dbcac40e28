import assert from 'node:assert/strict';
import { isOwn, mayIntake } from '../../../src/domain/policy/dossier.ts';
import { mayOpine, type Reviewers, reviewerOf } from '../../../src/domain/policy/review.ts';
import type { Role } from '../../../src/domain/policy/roles.ts';

const actor = (id: string, roles: readonly Role[], departmentId = 'department:a') => ({ id, roles, departmentId });
const someone = { kind: 'person' as const, id: 'person:x', departmentId: 'department:a' };
const collective = { kind: 'department' as const, id: 'department:a', departmentId: 'department:a' };
const posts: Reviewers = { head: 'person:head', director: 'person:director', viceChair: 'person:vice' };

describe('who gives the opinion', () => {
  const cases: [
    what: string,
    candidate: typeof someone | typeof collective,
    roles: readonly Role[],
    of: Reviewers,
    id: string | null,
  ][] = [
    ['of staff: the head', someone, ['staff'], posts, 'person:head'],
    [
      'of staff whose department has a deputy only: the director',
      someone,
      ['staff'],
      { ...posts, head: undefined },
      'person:director',
    ],
    ['of a head: the director', someone, ['head'], posts, 'person:director'],
    ['of a deputy director: the director', someone, ['deputyDirector', 'councilViceChair'], posts, 'person:director'],
    ['of the director: the vice-chair', someone, ['director', 'councilChair'], posts, 'person:vice'],
    [
      'of a director who is vice-chair too: nobody',
      { ...someone, id: 'person:vice' },
      ['director', 'councilViceChair'],
      posts,
      null,
    ],
    ['of a collective: the director', collective, [], posts, 'person:director'],
    ['of a collective that the director leads: nobody', collective, [], { ...posts, head: 'person:director' }, null],
    [
      'where both posts are vacant: nobody',
      someone,
      ['staff'],
      { ...posts, head: undefined, director: undefined },
      null,
    ],
  ];
  for (const [what, candidate, roles, of, id] of cases) {
    it(what, () => assert.equal(reviewerOf(candidate, roles, of), id));
  }

  it('is never asked of somebody who then may not give it', () => {
    for (const [, candidate, roles, of] of cases) {
      const reviewerId = reviewerOf(candidate, roles, of);
      if (reviewerId === null) continue;
      const leads =
        reviewerId === of.head ? actor(reviewerId, ['head']) : actor(reviewerId, ['director'], 'department:lead');
      assert.ok(
        mayOpine(leads, { candidate, state: 'submitted', reviewerId, opiners: [reviewerId], sentAt: null }),
        reviewerId,
      );
    }
  });
});

describe('one’s own dossier', () => {
  it('is also the collective’s for whoever writes it, the deputy like the head', () => {
    for (const role of ['head', 'deputy'] as const)
      assert.ok(isOwn(actor('person:d', [role, 'office']), collective), role);
    assert.ok(!isOwn(actor('person:o', ['office']), collective));
    assert.ok(!isOwn(actor('person:d', ['deputy'], 'department:b'), collective));
  });
  it('of another is taken in by the office', () => assert.ok(mayIntake(actor('person:o', ['office']), someone)));
});
