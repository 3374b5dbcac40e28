import { isDeepStrictEqual } from 'node:util';
import { type Assessment, assessmentRecord } from '../records/assessment.ts';
import { belongingOf, belongingToItself } from '../records/belonging.ts';
import { type Nomination, nominationRecord } from '../records/nomination.ts';
import { type Person, personRecord } from '../records/person.ts';
import type { Loaded, Scope } from '../records/record.ts';
import {
  type CandidateStanding,
  nothingWritten,
  placed,
  standingId,
  standingRecord,
  standingsOf,
  writtenOf,
} from '../records/standing.ts';
import { anew, create, dataOf, list, loadMany, replace } from './documents.ts';
import { type Change, type Doc, type Store, StoreError, type StoreReads } from './store.ts';

/** Standings that others outran are found anew; nobody writes one candidate's so often. */
const tries = 5;

/**
 * The store as the bot uses it: with each assessment, dossier and person it also writes what figures ask of them (`standingRecord`), in the
 * same transaction. Whoever writes knows nothing of it, and none can leave it out. It takes one of the hundred changes of a commit for each
 * candidate of whom something else is counted after it, two the first time.
 */
export function withStandings(store: Store): Store {
  async function commit(unit: string, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
    for (let left = tries; ; left -= 1) {
      const own = await standingChanges(store, unit, changes);
      try {
        return await store.commit(unit, [...changes, ...own]);
      } catch (error) {
        const ids = own.map(idOf);
        const isOutrun = error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate');
        // What the caller decided still holds, or the next try says that it does not.
        if (!isOutrun || left === 0 || !ids.includes(error.id ?? '')) throw error;
      }
    }
  }
  return {
    commit,
    get: (unit, id) => store.get(unit, id),
    getMany: (unit, ids) => store.getMany(unit, ids),
    query: (query) => store.query(query),
    count: (query) => store.count(query),
    countBy: (query) => store.countBy(query),
    findEverywhere: (id) => store.findEverywhere(id),
    due: (query) => store.due(query),
    totals: (type) => store.totals(type),
    close: () => store.close(),
  };
}

/** A part of a candidate's standing as a change makes it. */
interface Part extends Pick<CandidateStanding, 'round' | 'candidate'> {
  readonly scope: Scope;
  readonly says: Partial<Pick<CandidateStanding, 'written' | 'place'>>;
}
type People = ReadonlyMap<string, Person>;

/**
 * What else has to be written with these changes; nothing when the same is counted after them. Assessments and dossiers are never deleted, and
 * whoever is not of the roster is not counted.
 */
export async function standingChanges(
  store: StoreReads,
  unit: string,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  const docs = changes.flatMap((change) => (change.op === 'delete' ? [] : [change.doc]));
  const parts = partsIn(docs);
  const people: People = new Map(docs.filter(isPerson).map((doc) => [doc.id, dataOf(personRecord, doc)]));
  const standings = new Map(await loadMany(store, unit, standingRecord, [...parts.keys()]));
  for (const change of changes) {
    if (change.op !== 'replace' || !isPerson(change.doc)) continue;
    const where = standingsOf(change.doc.id);
    for (const found of await list(store, { unit, type: standingRecord, where })) standings.set(found.id, found);
  }
  const begun = [...parts].filter(([id]) => !standings.has(id)).map(([, part]) => part);
  const unread = begun.flatMap(({ candidate: { kind, id } }) => (kind === 'person' && !people.has(id) ? [id] : []));
  const read = await loadMany(store, unit, personRecord, unread);
  const all: People = new Map([...people, ...[...read].map(([id, { data }]) => [id, data] as const)]);
  return [
    ...[...standings.values()].flatMap((standing) => goesOn(standing, parts.get(standing.id), people)),
    ...begun.flatMap((part) => begins(part, all)),
    // So that nobody is changed between being read and this, nor without the standing that now begins.
    ...[...read.values()].map((person) => anew(personRecord, person)),
  ];
}

const isPerson = ({ type }: Doc): boolean => type === personRecord.type;

/** By the id of the standing. */
function partsIn(docs: readonly Doc[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const add = (scope: Scope, { round, candidate }: Assessment | Nomination, says: Part['says']): void => {
    const id = standingId(round, candidate.id);
    parts.set(id, { scope, round, candidate, says: { ...parts.get(id)?.says, ...says } });
  };
  for (const doc of docs) {
    if (doc.type === assessmentRecord.type) {
      const assessment = dataOf(assessmentRecord, doc);
      add(doc, assessment, { written: writtenOf(assessment) });
    } else if (doc.type === nominationRecord.type) {
      const nomination = dataOf(nominationRecord, doc);
      add(doc, nomination, { place: placed(nomination) });
    }
  }
  return parts;
}

function goesOn(standing: Loaded<CandidateStanding>, part: Part | undefined, people: People): Change[] {
  const { data } = standing;
  const person = people.get(data.candidate.id);
  const after: CandidateStanding = {
    ...data,
    ...part?.says,
    ...(person === undefined ? {} : { belonging: belongingOf(person, data.round) }),
  };
  return isDeepStrictEqual(after, data) ? [] : [replace(standingRecord, standing, after)];
}

function begins({ scope, round, candidate, says }: Part, people: People): Change[] {
  const { kind, id } = candidate;
  const person = people.get(id);
  if (kind === 'person' && person === undefined) return [];
  const belonging = person === undefined ? belongingToItself(id) : belongingOf(person, round);
  const data = { round, candidate, belonging, written: nothingWritten, place: null, ...says };
  return [create(standingRecord, scope, standingId(round, id), data)];
}

const idOf = (change: Change): string => (change.op === 'delete' ? change.id : change.doc.id);
