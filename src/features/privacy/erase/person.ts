import { erasedRoles } from '../../../domain/policy/privacy.ts';
import { namedAnew } from '../../../model/people/named-anew.ts';
import { personChanges } from '../../../model/people/write-person.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { remove } from '../../../ports/documents.ts';
import type { Change } from '../../../ports/store.ts';
import { addressId, addressRecord } from '../../../records/address.ts';
import type { Person } from '../../../records/person.ts';
import type { Part } from './part.ts';

/**
 * The row of the roster, last of all: by it the rest is found. What a kept paper shows stays (name, title, department, roles by which its criteria
 * are chosen); nothing by which somebody is found or reached does.
 */
export const emptyPerson: Part = async (turn, { person }, { isNamed }) => {
  const { data } = person;
  const name = turn.texts('vi').t('words.privacy.erasedName');
  const after: Person = {
    fullName: isNamed ? data.fullName : name,
    title: isNamed ? data.title : '',
    departmentId: data.departmentId,
    roles: isNamed ? data.roles : erasedRoles,
    ...{ gender: 'unstated', email: '', aadObjectId: '', startDate: null, endDate: null, employmentType: '' },
    ...{ status: 'left', statusFrom: null, statusTo: null, organisations: [], locale: 'vi', quietRounds: [] },
  };
  const row = await personChanges(turn, { id: person.id, before: person, after }, dayOf(turn));
  const address = await addressOf(turn, person.id);
  const named = await namedAnew(turn, { id: person.id, before: data.fullName, after: after.fullName });
  return { changes: [...row, ...address, ...named], n: row.length + address.length, next: null };
};

async function addressOf(turn: Turn, id: string): Promise<Change[]> {
  const address = await turn.get(addressRecord, addressId(id));
  return address === undefined ? [] : [remove(address)];
}
