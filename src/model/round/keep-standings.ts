import type { Turn } from '../../pipeline/turn.ts';
import { anew, decode, eachStored, put } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
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
 * Run at each start; twice changes nothing, and a run that was cut off is made good by the next.
 */
export async function keepStandings(turn: Turn): Promise<void> {
  const marker = await turn.get(standingsKeptRecord, standingsKeptId);
  if (marker?.data.people === personRecord.v) return;
  await writeAnew(turn, personRecord);
  if (marker === undefined) {
    await writeAnew(turn, assessmentRecord);
    await writeAnew(turn, nominationRecord);
  }
  const of = { ...turn.scope, id: standingsKeptId };
  const changes = [put(standingsKeptRecord, of, marker, { people: personRecord.v })];
  turn.commit({ command: 'round.standings', subject: standingsKeptId, changes });
}

async function writeAnew<T>(turn: Turn, type: RecordType<T>): Promise<void> {
  const { unit } = turn.scope;
  let changes: Change[] = [];
  const write = async (): Promise<void> => {
    turn.ride(changes);
    await turn.settle();
    // There may be a hundred thousand.
    turn.reread();
    changes = [];
  };
  for await (const stored of eachStored(turn.store, { unit, type: type.type })) {
    const change = anew(type, decode(type, stored));
    const isKept = stored.doc.v === type.v && (await standingChanges(turn.store, unit, [change])).length === 0;
    if (!isKept) changes.push(change);
    if (changes.length === stepSize) await write();
  }
  if (changes.length > 0) await write();
}
