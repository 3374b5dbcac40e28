import assert from 'node:assert/strict';
import {
  type Assignment,
  actingAs,
  isInForce,
  opinersOf,
  overlap,
  type Present,
} from '../../../src/domain/policy/acting.ts';
import type { Actor } from '../../../src/domain/policy/actor.ts';
import { isOwn } from '../../../src/domain/policy/dossier.ts';
import type { OpinionPost } from '../../../src/domain/policy/review.ts';
import type { Role } from '../../../src/domain/policy/roles.ts';

type Presence = Present['presence'];
const who = (id: string, roles: Role[], departmentId = 'a', presence: Presence = 'active'): Present => ({
  id,
  roles,
  departmentId,
  presence,
});
const candidate = { kind: 'person' as const, id: 'x', departmentId: 'a' };
const collective = { kind: 'department' as const, id: 'a', departmentId: 'a' };
const given = (to: string, of = 'head', departmentId = 'a'): Assignment => ({
  post: 'head',
  departmentId,
  of,
  to,
  from: '2026-11-20',
  until: null,
});

/** By given name, as they come. */
const cast = {
  head: who('head', ['head']),
  deputy: who('deputy', ['deputy']),
  deputy2: who('deputy2', ['deputy']),
  staff: who('staff', ['staff']),
  other: who('other', ['head'], 'b'),
  director: who('director', ['director'], 'lead'),
  vice: who('vice', ['deputyDirector', 'councilViceChair'], 'lead'),
  clerk: who('clerk', ['office'], 'o'),
};
type Key = keyof typeof cast;
type Change = Partial<Record<Key, Partial<Present> | Presence | null>>;
/** @param change of some: another presence, other facts, or nobody */
const people = (change: Change = {}): Present[] =>
  Object.values(cast).flatMap((one) => {
    const other = change[one.id as Key];
    if (other === null) return [];
    return typeof other === 'string' ? { ...one, presence: other } : { ...one, ...other };
  });
const asks = (
  reviewerId: string,
  of: Change,
  more: { assignments?: Assignment[]; wanted?: OpinionPost; kind?: 'department'; id?: string } = {},
) =>
  opinersOf(
    {
      reviewerId,
      candidate: more.kind === 'department' ? collective : { ...candidate, id: more.id ?? 'x' },
      wanted: more.wanted ?? (more.kind === 'department' ? 'director' : 'head'),
    },
    { people: people(of), assignments: more.assignments ?? [] },
  );

describe('who acts for an opinion', () => {
  const moved = { roles: ['staff' as const], departmentId: 'b' };
  const cases: [
    what: string,
    of: ReturnType<typeof asks>,
    acts: string | null,
    inPlaceOf?: string | null,
    may?: string[],
  ][] = [
    ['the head who is there', asks('head', {}), 'head'],
    [
      'a deputy while the head is on leave; the head still may',
      asks('head', { head: 'onLeave' }),
      'deputy',
      'head',
      ['deputy', 'head'],
    ],
    [
      'the next deputy when the first is away too',
      asks('head', { head: 'onLeave', deputy: 'onLeave' }),
      'deputy2',
      'head',
      ['deputy2', 'head'],
    ],
    [
      'the next deputy on the dossier of the first',
      asks('head', { head: 'onLeave' }, { id: 'deputy' }),
      'deputy2',
      'head',
      ['deputy2', 'head'],
    ],
    [
      'nobody while none of them is there, and the head may',
      asks('head', { head: 'onLeave', deputy: null, deputy2: 'left' }),
      null,
      null,
      ['head'],
    ],
    [
      'whoever holds the post now, in their own right',
      asks('head', { head: moved, staff: { roles: ['head'] } }),
      'staff',
    ],
    [
      'whoever has it now, when the former has left',
      asks('head', { head: 'left', staff: { roles: ['head'] } }),
      'staff',
    ],
    ['the former head as long as nobody has the post', asks('head', { head: moved }), 'head'],
    ['a deputy of whoever has left', asks('head', { head: 'left' }), 'deputy', 'head'],
    [
      'the director, where a department has nobody left',
      asks('head', { head: 'left', deputy: null, deputy2: null }),
      'director',
      'head',
    ],
    ['the one who was given the post, alone', asks('head', {}, { assignments: [given('staff')] }), 'staff', 'head'],
    [
      'the same while the head is on leave, before the deputy',
      asks('head', { head: 'onLeave' }, { assignments: [given('other')] }),
      'other',
      'head',
    ],
    [
      'the same for a post that nobody holds',
      asks('head', { head: 'left' }, { assignments: [given('staff', '')] }),
      'staff',
      'head',
    ],
    ['of what was sent to them too', asks('staff', { head: null }, { assignments: [given('staff', '')] }), 'staff'],
    [
      'the deputy, when the one who was given it is away',
      asks('head', { head: 'onLeave', staff: 'onLeave' }, { assignments: [given('staff')] }),
      'deputy',
      'head',
      ['deputy', 'head'],
    ],
    [
      'not whoever was given another department',
      asks('head', {}, { assignments: [given('staff', 'other', 'b')] }),
      'head',
    ],
    [
      'not the one who was given it, on their own dossier',
      asks('head', { head: 'onLeave' }, { assignments: [given('staff')], id: 'staff' }),
      'deputy',
      'head',
      ['deputy', 'head'],
    ],
    ['the director of heads and collectives', asks('director', {}, { kind: 'department' }), 'director'],
    [
      'a deputy director while the director is on leave',
      asks('director', { director: 'onLeave' }, { kind: 'department' }),
      'vice',
      'director',
      ['vice', 'director'],
    ],
    [
      'not the department’s deputy of the own collective',
      asks('director', { director: 'onLeave', vice: null }, { kind: 'department' }),
      null,
      null,
      ['director'],
    ],
    [
      'the next director',
      asks('director', { director: { roles: ['staff'] }, clerk: { roles: ['director'] } }, { kind: 'department' }),
      'clerk',
    ],
    [
      'not the acting head of what the director was asked',
      asks('director', {}, { kind: 'department', assignments: [given('staff', '')] }),
      'director',
    ],
    ['the vice-chair of the director’s own', asks('vice', {}, { id: 'director', wanted: 'councilViceChair' }), 'vice'],
    [
      'nobody while the only vice-chair is away',
      asks('vice', { vice: 'onLeave' }, { id: 'director', wanted: 'councilViceChair' }),
      null,
      null,
      ['vice'],
    ],
  ];
  for (const [what, of, acts, inPlaceOf = null, may = acts === null ? [] : [acts]] of cases)
    it(what, () => assert.deepEqual({ acts: of.acts, inPlaceOf: of.inPlaceOf, may: of.may }, { acts, inPlaceOf, may }));

  it('where nobody acts the director is told, else the deputies, else the office', () => {
    const gone = { head: 'onLeave', deputy: null, deputy2: null } as const;
    assert.deepEqual(asks('head', gone).told, ['director']);
    assert.deepEqual(asks('head', { ...gone, director: 'onLeave' }).told, ['vice']);
    assert.deepEqual(asks('head', { ...gone, director: null, vice: 'left' }).told, ['clerk']);
    assert.deepEqual(asks('head', { ...gone, director: null, vice: null, clerk: null }).told, []);
  });

  it('in every combination: somebody at work, never in their own case, and somebody as long as anybody may', () => {
    const presences: readonly (Presence | null)[] = ['active', 'onLeave', 'left', null];
    const assigned: readonly Assignment[][] = [
      [],
      [given('staff')],
      [given('deputy')],
      [given('other')],
      [given('staff', '')],
    ];
    const cases: [
      'head' | 'director' | 'vice',
      OpinionPost,
      'x' | 'staff' | 'deputy' | 'other' | 'director' | 'collective',
    ][] = [
      ['head', 'head', 'x'],
      ['head', 'head', 'staff'],
      ['head', 'head', 'deputy'],
      ['director', 'director', 'other'],
      ['director', 'director', 'collective'],
      ['vice', 'councilViceChair', 'director'],
    ];
    let n = 0;
    for (const [reviewer, wanted, id] of cases)
      for (const first of presences)
        for (const deputy of presences)
          for (const staff of presences)
            for (const director of presences)
              for (const hasPost of [true, false])
                for (const assignments of assigned) {
                  n += 1;
                  const of: Change = { deputy, staff, director };
                  of[reviewer] = first === null || hasPost ? first : { presence: first, roles: ['staff'] };
                  const all = people(of);
                  const of_ = id === 'collective' ? collective : { ...candidate, id };
                  const ruled = opinersOf(
                    { reviewerId: reviewer, candidate: of_, wanted },
                    { people: all, assignments },
                  );
                  const note = JSON.stringify({ reviewer, id, of, assignments, ruled });
                  const acts = all.find((one) => one.id === ruled.acts);
                  if (ruled.acts === null) assert.equal(ruled.inPlaceOf, null, note);
                  else {
                    assert.equal(acts?.presence, 'active', note);
                    assert.ok(acts && !isOwn(acts, of_), note);
                    assert.notEqual(ruled.inPlaceOf, ruled.acts, note);
                    assert.equal(ruled.may[0], ruled.acts, note);
                    assert.deepEqual(ruled.told, [], note);
                  }
                  // Only whoever was asked may beside who acts: from home.
                  assert.ok(
                    ruled.may.every((one) => one === ruled.acts || one === reviewer),
                    note,
                  );
                  const to = all.find((one) => one.id === assignments[0]?.to && one.presence === 'active');
                  const isOfPost = reviewer === 'head' && to !== undefined && !isOwn(to, of_);
                  if (isOfPost) assert.equal(ruled.acts, to.id, note);
                  const deputies =
                    reviewer === 'head' &&
                    all.some((one) => one.presence === 'active' && one.roles.includes('deputy') && !isOwn(one, of_));
                  if (deputies) assert.notEqual(ruled.acts, null, note);
                }
    assert.equal(n, cases.length * 4 ** 4 * 2 * assigned.length);
  });
});

describe('an assignment', () => {
  const actor = (id: string, roles: Role[], departmentId = 'a'): Actor => ({ id, roles, departmentId });
  it('gives the post, and takes it from whoever holds it meanwhile', () => {
    assert.deepEqual(actingAs(actor('staff', ['staff']), [given('staff')]).roles, ['staff', 'head']);
    assert.deepEqual(actingAs(actor('head', ['head', 'council']), [given('staff')]).roles, ['council']);
    assert.deepEqual(actingAs(actor('head', ['head']), [given('staff')]).roles, ['staff']);
    const nobody = actor('clerk', ['office']);
    assert.equal(actingAs(nobody, [given('staff')]), nobody);
  });
  it('of another department has somebody see to that one, unless they lead their own', () => {
    const other = given('z', 'head', 'b');
    assert.deepEqual(actingAs(actor('z', ['staff']), [other]), actor('z', ['staff', 'head'], 'b'));
    assert.deepEqual(actingAs(actor('z', ['head']), [other]), actor('z', ['head'], 'a'));
    assert.deepEqual(actingAs(actor('z', ['deputy']), [other]), actor('z', ['deputy'], 'a'));
  });
  it('of a post of the unit', () => {
    const secretary = { ...given('z', 's', ''), post: 'councilSecretary' as const };
    assert.deepEqual(actingAs(actor('z', ['office']), [secretary]).roles, ['office', 'councilSecretary']);
    assert.deepEqual(actingAs(actor('s', ['office', 'councilSecretary']), [secretary]).roles, ['office']);
  });
  it('is in force on its first and last day, and in between', () => {
    const one = { ...given('staff'), until: '2026-12-05' };
    const days = ['2026-11-19', '2026-11-20', '2026-12-05', '2026-12-06'];
    assert.deepEqual(
      days.map((day) => isInForce(one, day)),
      [false, true, true, false],
    );
    assert.ok(isInForce(given('staff'), '2030-01-01'));
  });
  it('overlaps another of the post on a day that both have', () => {
    const one = { ...given('staff'), until: '2026-12-05' };
    const from = (day: string, until: string | null = null) => ({ ...given('deputy'), from: day, until });
    assert.ok(overlap(one, from('2026-12-05')));
    assert.ok(overlap(from('2026-11-01'), one));
    assert.ok(!overlap(one, from('2026-12-06')));
    assert.ok(!overlap(from('2026-11-01', '2026-11-19'), one));
    assert.ok(overlap(from('2026-11-01'), from('2026-12-20')));
    assert.ok(!overlap(one, { ...from('2026-12-01'), departmentId: 'b' }));
    assert.ok(!overlap(one, { ...from('2026-12-01'), of: 'other' }));
  });
});
