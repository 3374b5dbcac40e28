import { retryOnce } from '../../pipeline/retry.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { anew, decode, eachStored, put } from '../../ports/documents.ts';
import type { Change, Stored } from '../../ports/store.ts';
import { standingChanges } from '../../ports/with-standings.ts';
import { assessmentRecord } from '../../records/assessment.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import type { RecordType } from '../../records/record.ts';
import { standingsKeptId, standingsKeptRecord } from '../../records/standing.ts';

/** With each goes what is counted of it, and at most one person; with the event they are fewer than one transaction takes. */
const stepSize = 30;

/**
 * Writes what figures are counted from and people found by, of everything that releases before wrote which did not: each record as it is, in
 * its present shape.
 * Run at each start; twice changes nothing, and a run that was cut off, or outrun twice in one step by others, is made good by the next.
 * @throws StoreError Conflict in the latter case; it is not said to be done then
 */
export async function keepStandings(turn: Turn): Promise<void> {
  const marker = await turn.get(standingsKeptRecord, standingsKeptId);
  if (marker?.data.people === personRecord.v) return;
  await writeAnew(turn, personRecord);
  if (marker === undefined) {
    await writeAnew(turn, assessmentRecord);
    await writeAnew(turn, nominationRecord);
  }
  await retryOnce(async () => {
    const of = { ...turn.scope, id: standingsKeptId };
    const known = await turn.get(standingsKeptRecord, standingsKeptId);
    const changes = [put(standingsKeptRecord, of, known, { people: personRecord.v })];
    turn.commit({ command: 'round.standings', subject: standingsKeptId, changes });
    await turn.settle();
  });
}

async function writeAnew<T>(turn: Turn, type: RecordType<T>): Promise<void> {
  const { unit } = turn.scope;
  let step: Stored[] = [];
  for await (const stored of eachStored(turn.store, { unit, type: type.type })) {
    if (step.push(stored) < stepSize) continue;
    await writeStep(turn, type, step);
    step = [];
  }
  await writeStep(turn, type, step);
}

/** Whoever changes one of them meanwhile has written it whole: what is stored now is looked at then. */
const writeStep = <T>(turn: Turn, type: RecordType<T>, step: readonly Stored[]): Promise<void> =>
  retryOnce(async (isLast) => {
    // There may be a hundred thousand.
    turn.reread();
    const ids = step.map(({ doc }) => doc.id);
    const stored = isLast ? [...(await turn.store.getMany(turn.scope.unit, ids)).values()] : step;
    const changes = await Promise.all(stored.map((each) => changeOf(turn, type, each)));
    turn.ride(changes.filter((change) => change !== undefined));
    await turn.settle();
  });

/** @returns undefined for a record that is kept as it should be */
async function changeOf<T>(turn: Turn, type: RecordType<T>, stored: Stored): Promise<Change | undefined> {
  const change = anew(type, decode(type, stored));
  const isKept = stored.doc.v === type.v && (await standingChanges(turn.store, turn.scope.unit, [change])).length === 0;
  return isKept ? undefined : change;
}
