import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nominationStates } from '../../src/domain/dossier/nomination.ts';
import { create, decode, list, put, replace } from '../../src/ports/documents.ts';
import type { Change, Store, StoreError } from '../../src/ports/store.ts';
import { withStandings } from '../../src/ports/with-standings.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../src/records/assessment.ts';
import { belongingOf, belongingToItself, figured } from '../../src/records/belonging.ts';
import { type Nomination, nominationId, nominationRecord } from '../../src/records/nomination.ts';
import { type Person, personRecord } from '../../src/records/person.ts';
import type { RecordType } from '../../src/records/record.ts';
import {
  figuredFrom,
  figuredIn,
  nothingWritten,
  placed,
  standingRecord,
  writtenOf,
} from '../../src/records/standing.ts';
import { flakyStore } from '../support/flaky-store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { openOffice, person, scope } from '../support/office.ts';
import { round, seedDossier, seedRound } from '../support/seed-round.ts';

const rounds = ['annual-2026', 'annual-2027'] as const;
const people = ['person:a', 'person:b'] as const;
const candidates = [...people, 'department:x'] as const;

const aPerson: Person = {
  ...{
    fullName: 'Nguyễn Văn An',
    title: '',
    departmentId: 'department:x',
    roles: ['staff'],
    gender: 'male',
    email: '',
  },
  ...{ aadObjectId: '', startDate: null, endDate: null, employmentType: '', status: 'active', statusFrom: null },
  ...{ statusTo: null, organisations: [], locale: 'vi', quietRounds: [] },
};
const candidateOf = (id: string) => ({
  kind: id.startsWith('person:') ? ('person' as const) : ('department' as const),
  id,
});
const anAssessment = (of: string, id: string): Assessment => ({
  ...{ round: of, candidate: candidateOf(id), departmentId: 'department:x', answers: {}, wish: 'undecided' },
});
const aNomination = (of: string, id: string): Nomination => ({
  ...{
    round: of,
    candidate: candidateOf(id),
    departmentId: 'department:x',
    state: 'draft',
    level: 'unit',
    proposal: null,
  },
  ...{ snapshot: null, submitted: null, late: null, opinionDueAt: null, opinion: null, returned: null, accepted: null },
  ...{ hold: null, council: null, decision: null, declineReason: '', originalReceivedOn: null },
});
const answered = (words: string) => ({
  rating: 'met' as const,
  words,
  reason: '',
  at: '2026-11-01T02:00:00.000Z',
  by: 'person:a',
});

const step = fc.oneof(
  fc.record({
    what: fc.constant('assessment' as const),
    round: fc.constantFrom(...rounds),
    candidate: fc.constantFrom(...candidates),
    wish: fc.constantFrom('undecided' as const, 'asks' as const, 'declines' as const),
    answers: fc.dictionary(fc.constantFrom('CN1', 'CN2', 'CN3'), fc.constantFrom('', 'Đã làm').map(answered)),
  }),
  fc.record({
    what: fc.constant('nomination' as const),
    round: fc.constantFrom(...rounds),
    candidate: fc.constantFrom(...candidates),
    state: fc.constantFrom(...nominationStates),
  }),
  fc.record({
    what: fc.constant('person' as const),
    candidate: fc.constantFrom(...people),
    departmentId: fc.constantFrom('department:x', 'department:y'),
    status: fc.constantFrom('active' as const, 'onLeave' as const, 'left' as const),
    statusFrom: fc.constantFrom(null, '2026-11-01'),
    roles: fc.constantFrom<Person['roles'][]>(['staff'], ['head'], ['deputy', 'office']),
    quietRounds: fc.subarray([...rounds]),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
/** Of each round one commit or two at once, each of a change or two. */
const history = fc.array(fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }), {
  maxLength: 8,
});

async function changeOf(store: Store, step: Step): Promise<Change> {
  const as = async <T>(type: RecordType<T>, id: string, data: T): Promise<Change> => {
    const stored = await store.get(scope.unit, id);
    return put(type, { ...scope, id }, stored && decode(type, stored), data);
  };
  if (step.what === 'person') {
    const { what: _, candidate: id, ...more } = step;
    return as(personRecord, id, { ...aPerson, ...more });
  }
  const { what, round: of, candidate: id } = step;
  if (what === 'assessment')
    return as(assessmentRecord, assessmentId(of, id), {
      ...anAssessment(of, id),
      wish: step.wish,
      answers: step.answers,
    });
  return as(nominationRecord, nominationId(of, id), { ...aNomination(of, id), state: step.state });
}

/** What there should be of everyone who has begun, found by reading; in any order. */
async function expected(store: Store): Promise<unknown[]> {
  const { unit } = scope;
  const found = new Map((await list(store, { unit, type: personRecord })).map(({ id, data }) => [id, data]));
  const assessments = await list(store, { unit, type: assessmentRecord });
  const nominations = await list(store, { unit, type: nominationRecord });
  const keys = new Set([...assessments, ...nominations].map(({ data }) => `${data.round} ${data.candidate.id}`));
  return [...keys].sort().map((key) => {
    const [of = '', id = ''] = key.split(' ');
    const who = found.get(id);
    const own = assessments.find(({ data }) => data.round === of && data.candidate.id === id)?.data;
    const dossier = nominations.find(({ data }) => data.round === of && data.candidate.id === id)?.data;
    return {
      round: of,
      candidate: candidateOf(id),
      belonging: who === undefined ? belongingToItself(id) : belongingOf(who, of),
      written: own === undefined ? nothingWritten : writtenOf(own),
      place: dossier === undefined ? null : placed(dossier),
    };
  });
}
const kept = async (store: Store): Promise<unknown[]> =>
  (await list(store, { unit: scope.unit, type: standingRecord }))
    .map(({ data }) => data)
    .sort((a, b) => (`${a.round} ${a.candidate.id}` < `${b.round} ${b.candidate.id}` ? -1 : 1));

describe('what figures ask of each candidate', function () {
  this.timeout(60_000);

  async function opened(store = memoryStore()): Promise<Store> {
    await store.commit(
      scope.unit,
      people.map((id) => create(personRecord, scope, id, aPerson)),
    );
    return withStandings(store);
  }

  it('is what the records say, whatever was written in whatever order, also at once', () =>
    fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const store = await opened();
        for (const atOnce of steps) {
          const commits = await Promise.all(
            atOnce.map((commit) => Promise.all(commit.map((each) => changeOf(store, each)))),
          );
          const outcomes = await Promise.allSettled(commits.map((changes) => store.commit(scope.unit, changes)));
          for (const [i, outcome] of outcomes.entries()) {
            if (outcome.status === 'fulfilled') continue;
            // For what it asked itself, never for what is written with it.
            const { code, id } = outcome.reason as StoreError;
            const own = commits[i]?.map((change) => (change.op === 'delete' ? change.id : change.doc.id));
            assert.ok(['Conflict', 'Duplicate', 'BadId'].includes(code) && own?.includes(id ?? ''), `${code}: ${id}`);
          }
          assert.deepEqual(await kept(store), await expected(store));
        }
        await store.close();
      }),
      { numRuns: 150 },
    ));

  it('of a person who changes while they begin is of the person as changed', async () => {
    const inner = memoryStore();
    const store = await opened(inner);
    const stored = await inner.get(scope.unit, 'person:a');
    assert.ok(stored);
    const quiet = replace(personRecord, decode(personRecord, stored), { ...aPerson, quietRounds: [round] });
    const begun = create(assessmentRecord, scope, assessmentId(round, 'person:a'), anAssessment(round, 'person:a'));
    const outcomes = await Promise.allSettled([store.commit(scope.unit, [begun]), store.commit(scope.unit, [quiet])]);
    assert.ok(outcomes.some(({ status }) => status === 'fulfilled'));
    assert.deepEqual(await kept(store), await expected(store));
  });

  it('is written with what it is of, or neither is', async () => {
    const store = memoryStore();
    await opened(store);
    const broken = withStandings(flakyStore(store, { failBeforeCommit: 1 }));
    const begun = create(assessmentRecord, scope, assessmentId(round, 'person:a'), anAssessment(round, 'person:a'));
    await assert.rejects(broken.commit(scope.unit, [begun]));
    assert.deepEqual([await kept(store), await expected(store)], [[], []]);
    await broken.commit(scope.unit, [begun]);
    assert.equal((await kept(store)).length, 1);
  });

  it('costs nothing when the same is counted afterwards', async () => {
    const store = await opened();
    const begun = { ...anAssessment(round, 'person:a'), answers: { CN1: answered('Đã làm') } };
    const id = assessmentId(round, 'person:a');
    await store.commit(scope.unit, [create(assessmentRecord, scope, id, begun)]);
    const stored = await store.get(scope.unit, id);
    assert.ok(stored);
    const again = { ...begun, answers: { CN1: answered('Đã làm khác') } };
    const etags = await store.commit(scope.unit, [replace(assessmentRecord, decode(assessmentRecord, stored), again)]);
    assert.deepEqual([...etags.keys()], [id]);
  });

  it('is not kept of somebody whom the roster does not have', async () => {
    const store = await opened();
    const id = 'person:stranger';
    await store.commit(scope.unit, [create(assessmentRecord, scope, assessmentId(round, id), anAssessment(round, id))]);
    assert.deepEqual(await kept(store), []);
  });

  it('is read back from the value by which it is counted', async () => {
    const office = await openOffice();
    await seedRound(office);
    await seedDossier(office, 'adviceHead', { without: ['CN2'], state: 'opined' });
    const [found] = await list(office.store, { unit: scope.unit, type: standingRecord });
    const { belonging, written, place } = found?.data ?? assert.fail('nothing kept');
    const prefix = figuredIn(round, 'person');
    const [value = ''] = (
      await office.store.countBy({ unit: scope.unit, type: 'standing', field: figured, prefix })
    ).keys();
    assert.deepEqual(figuredFrom(value.slice(prefix.length)), { belonging, written, place });
  });

  it('is counted as the turn is going to write it', async () => {
    const office = await openOffice();
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'draft' });
    const turn = office.turn();
    const countBy = async () => new Map(await turn.countBy(standingRecord, figured));
    const nomination = await turn.get(nominationRecord, nominationId(round, person('an')));
    assert.ok(nomination);
    const id = assessmentId(round, person('on'));
    turn.commit({
      command: 'test',
      subject: id,
      changes: [
        replace(nominationRecord, nomination, { ...nomination.data, state: 'submitted' }),
        create(assessmentRecord, scope, id, anAssessment(round, person('on'))),
      ],
    });
    const before = await countBy();
    assert.equal(
      [...before.values()].reduce((sum, n) => sum + n, 0),
      2,
    );
    await turn.settle();
    assert.deepEqual(await countBy(), before);
  });
});
