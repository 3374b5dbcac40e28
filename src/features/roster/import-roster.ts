import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { CodedError } from '../../domain/errors.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { hasRole } from '../../domain/policy/roles.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { lookAgain } from '../../pipeline/retry.ts';
import type { Clock } from '../../ports/clock.ts';
import { commit, stamp } from '../../ports/commit.ts';
import { create, load } from '../../ports/documents.ts';
import type { Change, Store } from '../../ports/store.ts';
import { type Department, departmentId, departmentRecord } from '../../records/department.ts';
import { importId, importRecord } from '../../records/import.ts';
import { aadKeyId, aadKeyRecord, personId, personRecord } from '../../records/person.ts';
import type { Scope } from '../../records/record.ts';
import { readRoster } from './read-roster.ts';
import type { RosterRow } from './read-row.ts';

interface ImportDeps {
  readonly store: Store;
  readonly scope: Scope;
  readonly clock: Clock;
}

/** A person takes two documents, and each commit adds its audit event: 91 of the 100 that a store takes. */
const PERSONS_A_COMMIT = 45;
const DEPARTMENTS_A_COMMIT = 90;

/** Whether a roster was imported to its end; after an interrupted import it is false, and importing the same file goes on. */
export async function hasRoster(store: Store, unit: string): Promise<boolean> {
  const page = await store.query({ unit, type: importRecord.type, limit: 1 });
  return page.items.length > 0;
}

/**
 * Writes a roster's departments, persons and identities. Ids derive from the content and what exists is left as it is, so a crash in
 * the middle is made good by importing the same file again, and a second import changes nothing, nor do two at the same time.
 * @throws CodedError ROSTER_INVALID as `readRoster`, and when no department is the plan's office; nothing is written then
 */
export async function importRoster(deps: ImportDeps, text: string, plan: Plan): Promise<void> {
  const rows = readRoster(text);
  const departments = departmentsOf(rows, plan, deps.clock.now());
  const marker = importId(digestOf(text));
  if ((await load(deps.store, deps.scope.unit, importRecord, marker)) !== undefined) return;

  const write = (changes: readonly Change[]) =>
    commit({ ...deps, at: deps.clock.now(), actor: 'system', command: 'roster.import', subject: marker, changes });

  const idOf = (name: string) => departmentId(derivedId(deps.scope, departmentKey(name)));
  for (const group of chunks(departments, DEPARTMENTS_A_COMMIT))
    await lookAgain(async () => {
      const changes: Change[] = [];
      for (const department of group) {
        const id = idOf(department.name);
        if (await isAbsent(deps, id)) changes.push(create(departmentRecord, deps.scope, id, department));
      }
      if (changes.length > 0) await write(changes);
    });
  for (const group of chunks(rows, PERSONS_A_COMMIT))
    await lookAgain(async () => {
      const changes: Change[] = [];
      for (const row of group) changes.push(...(await personChanges(deps, row, idOf(row.department))));
      if (changes.length > 0) await write(changes);
    });
  const counts = { departments: departments.length, persons: rows.length };
  await lookAgain(async () => {
    if (await isAbsent(deps, marker))
      await write([create(importRecord, deps.scope, marker, { at: stamp(deps.clock.now()), ...counts })]);
  });
}

/** Person and identity are written together: where the identity is, the person is, perhaps under an id given before. */
async function personChanges(deps: ImportDeps, row: RosterRow, departmentId: string): Promise<Change[]> {
  const { scope } = deps;
  const { department: _name, ...person } = row;
  const id = personId(derivedId(scope, fold(row.aadObjectId === '' ? row.email : row.aadObjectId)));
  const key = row.aadObjectId === '' ? undefined : aadKeyId(scope.tenant, row.aadObjectId);
  if (!(await isAbsent(deps, key ?? id))) return [];
  return [
    create(personRecord, scope, id, { ...person, departmentId, locale: 'vi', quietRounds: [] }),
    ...(key === undefined ? [] : [create(aadKeyRecord, scope, key, { personId: id })]),
  ];
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
    const isLeadership = present.length > 0 && present.every((person) => hasRole(person, 'director', 'deputyDirector'));
    return {
      name: people[0]?.department ?? '',
      order: index + 1,
      isOffice: key === office,
      isCollective: !isLeadership && (key !== office || plan.settings.officeIsEligible),
    };
  });
}

/** "Phòng A - B" typed with a hyphen is "Phòng A – B". */
const departmentKey = (name: string): string => fold(name).replace(/\s*[-\u2010-\u2015]\s*/g, ' - ');

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As long as a ULID, and the same each time for the same thing of a unit. */
const derivedId = (scope: Scope, name: string): string =>
  digestOf([scope.tenant, scope.unit, name].join('\n')).slice(0, 26);

const isAbsent = async (deps: ImportDeps, id: string): Promise<boolean> =>
  (await deps.store.get(deps.scope.unit, id)) === undefined;

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
