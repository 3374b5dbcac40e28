import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { CodedError } from '../../domain/errors.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { leadsUnit } from '../../domain/policy/posts.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { retryOnce } from '../../pipeline/retry.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Department, departmentId, departmentRecord } from '../../records/department.ts';
import { importId, importRecord } from '../../records/import.ts';
import { aadKeyId, aadKeyRecord, personId, personRecord } from '../../records/person.ts';
import type { Scope } from '../../records/record.ts';
import { readRoster } from './read-roster.ts';
import type { RosterRow } from './read-row.ts';

/** A person takes two documents, and each commit adds its audit event: 91 of the 100 that a store takes. */
const PERSONS_A_COMMIT = 45;
const DEPARTMENTS_A_COMMIT = 90;

/** Whether a roster was imported to its end; after an interrupted import it is false, and importing the same file goes on. */
export const hasRoster = async (turn: Turn): Promise<boolean> => (await turn.count(importRecord)) > 0;

/**
 * Writes a roster's departments, persons and identities. Ids derive from the content and what exists is left as it is, so a crash in
 * the middle is made good by importing the same file again, and a second import changes nothing, nor do two at the same time.
 * @throws CodedError ROSTER_INVALID as `readRoster`, and when no department is the plan's office; nothing is written then
 */
export async function importRoster(turn: Turn, text: string): Promise<void> {
  const rows = readRoster(text);
  const departments = departmentsOf(rows, turn.plan, turn.at);
  const marker = importId(digestOf(text));
  if ((await turn.get(importRecord, marker)) !== undefined) return;

  const idOf = (name: string) => departmentId(derivedId(turn.scope, departmentKey(name)));
  /** What another import of the same file has written meanwhile is left as it is. */
  const write = (made: readonly (readonly [id: string, changes: readonly Change[]])[]) =>
    retryOnce(async () => {
      const known = await turn.store.getMany(
        turn.scope.unit,
        made.map(([id]) => id),
      );
      const changes = made.filter(([id]) => !known.has(id)).flatMap(([, all]) => all);
      if (changes.length > 0) turn.commit({ command: 'roster.import', subject: marker, changes });
      await turn.settle();
    });
  for (const group of chunks(departments, DEPARTMENTS_A_COMMIT))
    await write(
      group.map((department) => {
        const id = idOf(department.name);
        return [id, [create(departmentRecord, turn.scope, id, department)]];
      }),
    );
  for (const group of chunks(rows, PERSONS_A_COMMIT))
    await write(group.map((row) => personChanges(turn.scope, row, idOf(row.department))));
  const counts = { departments: departments.length, persons: rows.length };
  await write([[marker, [create(importRecord, turn.scope, marker, { at: stamp(turn.at), ...counts })]]]);
}

/** Person and identity are written together: where the identity is, the person is, perhaps under an id given before. */
function personChanges(scope: Scope, row: RosterRow, departmentId: string): readonly [string, readonly Change[]] {
  const { department: _name, ...person } = row;
  const id = personId(derivedId(scope, fold(row.aadObjectId === '' ? row.email : row.aadObjectId)));
  const made = create(personRecord, scope, id, { ...person, departmentId, locale: 'vi', quietRounds: [] });
  if (row.aadObjectId === '') return [id, [made]];
  const key = aadKeyId(scope.tenant, row.aadObjectId);
  return [key, [made, create(aadKeyRecord, scope, key, { personId: id })]];
}

/** In the order of their first appearance. */
function departmentsOf(rows: readonly RosterRow[], plan: Plan, at: DateTime): Department[] {
  const office = departmentKey(plan.unit.office);
  const members = new Map<string, RosterRow[]>();
  for (const row of rows) {
    const key = departmentKey(row.department);
    const people = members.get(key);
    if (people === undefined) members.set(key, [row]);
    else people.push(row);
  }
  if (!members.has(office)) {
    const problems = `department: none is ${JSON.stringify(plan.unit.office)}, the office of the plan`;
    throw new CodedError('ROSTER_INVALID', { count: 1, problems });
  }
  const today = at.toFormat('yyyy-MM-dd');
  return [...members].map(([key, people], index) => {
    const present = people.filter((person) => presenceOn(person, today) !== 'left');
    const isLeadership = present.length > 0 && present.every((person) => leadsUnit(person));
    return {
      name: people[0]?.department ?? '',
      order: index + 1,
      isOffice: key === office,
      isCollective: !isLeadership,
    };
  });
}

/** "Phòng A - B" typed with a hyphen is "Phòng A – B". */
const departmentKey = (name: string): string => fold(name).replace(/\s*[-\u2010-\u2015]\s*/g, ' - ');

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As long as a ULID, and the same each time for the same thing of a unit. */
const derivedId = (scope: Scope, name: string): string =>
  digestOf([scope.tenant, scope.unit, name].join('\n')).slice(0, 26);

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
