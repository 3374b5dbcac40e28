import { erasedRoles } from '../../../domain/policy/privacy.ts';
import { personChanges } from '../../../model/people/write-person.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { remove, replace } from '../../../ports/documents.ts';
import type { Change } from '../../../ports/store.ts';
import { addressId, addressRecord } from '../../../records/address.ts';
import { namesakesId, namesakesRecord } from '../../../records/namesakes.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
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
  const today = turn.clock.now().setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
  const row = await personChanges(turn, { id: person.id, before: person, after }, today);
  const address = await addressOf(turn, person.id);
  const others = isNamed ? [] : await namesakesWithout(turn, person);
  return { changes: [...row, ...address, ...others], n: row.length + address.length, next: null };
};

async function addressOf(turn: Turn, id: string): Promise<Change[]> {
  const address = await turn.get(addressRecord, addressId(id));
  return address === undefined ? [] : [remove(address)];
}

/** A name that one person has left is no shared name. */
async function namesakesWithout(turn: Turn, { id, data }: Loaded<Person>): Promise<Change[]> {
  const shared = await turn.get(namesakesRecord, namesakesId(data.fullName));
  if (shared === undefined || !shared.data.people.includes(id)) return [];
  const people = shared.data.people.filter((other) => other !== id);
  return [people.length < 2 ? remove(shared) : replace(namesakesRecord, shared, { ...shared.data, people })];
}
