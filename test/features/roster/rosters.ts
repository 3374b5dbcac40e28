import { DateTime } from 'luxon';
import { importRoster } from '../../../src/features/roster/import-roster.ts';
import { eachStored, list } from '../../../src/ports/documents.ts';
import type { Store } from '../../../src/ports/store.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import { aadKeyRecord, departmentKeyRecord, upnKeyRecord } from '../../../src/records/key.ts';
import { personRecord } from '../../../src/records/person.ts';
import { officeOf, systemTurn } from '../../support/a-machine.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';

export const scope = { tenant: 'tenant-1', unit: 'unit-1' };
export const clock = { now: () => DateTime.fromISO('2026-10-20T09:00', { zone: khanhHoaPlan.zone }) };
const office = khanhHoaPlan.unit.office;

/** The n-th account of the tenant. */
export const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export interface Line {
  readonly name: string;
  readonly id?: string;
  readonly email?: string;
  readonly department?: string;
}
/** One of the office first, then these. */
export const rosterOf = (...lines: readonly Line[]): string =>
  [
    'aadObjectId,email,fullName,department,title,roles,gender,startDate',
    `${guid(0)},office@ttdvvl.example,Văn Phòng,${office},,office,,`,
    ...lines.map(
      ({ id = '', email = '', name, department = 'Phòng A' }) => `${id},${email},${name},${department},,staff,,`,
    ),
  ].join('\n');

export const importInto = (store: Store, text: string): Promise<void> =>
  importRoster(systemTurn(store, clock, officeOf(scope, khanhHoaPlan)), Buffer.from(text));

/** Departments, people and keys, as they are stored. */
export async function everythingIn(store: Store) {
  const types = [departmentRecord, personRecord, aadKeyRecord, upnKeyRecord, departmentKeyRecord];
  const all: { id: string; rev: number; data: unknown }[] = [];
  for (const { type } of types)
    for await (const { doc } of eachStored(store, { unit: scope.unit, type })) {
      const { id, rev, data } = doc;
      all.push({ id, rev, data });
    }
  return all;
}
/** Everyone but who is of the office anyway. */
export const peopleIn = async (store: Store) =>
  (await list(store, { unit: scope.unit, type: personRecord })).filter(({ data }) => data.aadObjectId !== guid(0));
