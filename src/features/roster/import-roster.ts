import { createHash } from 'node:crypto';
import { chunks } from '../../domain/chunks.ts';
import { personChanges } from '../../model/people/write-person.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { retryOnce } from '../../pipeline/retry.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import type { Department } from '../../records/department.ts';
import { importId, importRecord } from '../../records/import.ts';
import { departmentKeyId, departmentKeyRecord } from '../../records/key.ts';
import { personId } from '../../records/person.ts';
import { departmentAdded } from './department-made.ts';
import { departmentsOf } from './departments-of.ts';
import { type Match, matchRows } from './match-rows.ts';
import { personMade } from './person-made.ts';
import { readRoster } from './read/read-roster.ts';
import { problemLines, rosterInvalid } from './read/tell-problems.ts';
import { refuseUnclear } from './refuse-unclear.ts';

/** A person takes three documents with their keys, a department two, and each commit adds its audit event: 91 of the 100 that a store takes. */
const PERSONS_A_COMMIT = 30;
const DEPARTMENTS_A_COMMIT = 45;

/** Whether a roster was imported to its end; after an interrupted import it is false, and importing the same file goes on. */
export const hasRoster = async (turn: Turn): Promise<boolean> => (await turn.count(importRecord)) > 0;

/**
 * Writes a roster's departments and people with their keys. Whom a key leads to is left as they are, but for an Entra id or an e-mail that was
 * not known; so a crash in the middle is made good by importing the same file again, and a second import changes nothing, nor do two at the
 * same time: the slower one finds the keys taken and looks again.
 * @throws CodedError ROSTER_INVALID {count, problems}, in English for the administrator who starts the program: what
 *   `readRoster` finds wrong, when no department is the plan's office, and when it is not clear whose a row is;
 *   nothing is written then
 */
export async function importRoster(turn: Turn, file: Uint8Array): Promise<void> {
  const read = await readRoster(file, turn.readWorkbook);
  const { rows, problems, remarks } = read;
  if (problems.length > 0) throw rosterInvalid(problems, turn.texts('en'));
  const departments = departmentsOf(turn, rows);
  const marker = importId(digestOf(file));
  if ((await turn.get(importRecord, marker)) !== undefined) return;
  for (const remark of problemLines(remarks, turn.texts('en'), { values: false }))
    turn.log.warn({ remark }, 'the roster file was read with a remark');
  await refuseUnclear(turn, read);

  const step = (decide: () => Promise<Change[]>) =>
    retryOnce(async (isLast) => {
      // What another import has written meanwhile may make a row unclear.
      if (isLast) await refuseUnclear(turn, read);
      const changes = await decide();
      if (changes.length > 0) turn.commit({ command: 'roster.import', subject: marker, changes });
      await turn.settle();
    });
  for (const group of chunks([...departments], DEPARTMENTS_A_COMMIT)) await step(() => newDepartments(turn, group));
  const keys = await turn.getMany(departmentKeyRecord, [...departments.keys()]);
  const departmentOf = (name: string) => keys.get(departmentKeyId(turn.scope.unit, name))?.data.departmentId ?? '';
  for (const group of chunks(rows, PERSONS_A_COMMIT))
    await step(async () => {
      const matches = await matchRows(turn, group);
      const each = matches.map((match) => rowChanges(turn, match, departmentOf(match.row.department)));
      return (await Promise.all(each)).flat();
    });
  const counts = { departments: departments.size, persons: rows.length };
  await step(async () => {
    const isThere = (await turn.get(importRecord, marker)) !== undefined;
    return isThere ? [] : [create(importRecord, turn.scope, marker, { at: stamp(turn.at), ...counts })];
  });
}

async function newDepartments(turn: Turn, named: readonly (readonly [key: string, made: Department])[]) {
  const ids = named.map(([key]) => key);
  const known = await turn.getMany(departmentKeyRecord, ids);
  return named.filter(([key]) => !known.has(key)).flatMap(([key, made]) => departmentAdded(turn, key, made));
}

/** Whoever is new is written; of whoever is there an id that was not known is added, and nothing else. */
async function rowChanges(turn: Turn, { row, keys, leads, person }: Match, departmentId: string): Promise<Change[]> {
  const today = dayOf(turn);
  if (leads.size === 0) {
    const after = personMade(row, departmentId);
    return personChanges(turn, { id: personId(turn.newId()), before: undefined, after }, today);
  }
  if (person === undefined) return [];
  const added = keys.filter(({ column }) => !leads.has(column) && person.data[column] === '');
  if (added.length === 0) return [];
  const ids = Object.fromEntries(added.map(({ column }) => [column, row[column]]));
  return personChanges(turn, { id: person.id, before: person, after: { ...person.data, ...ids } }, today);
}

const digestOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');
