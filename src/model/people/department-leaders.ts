import { presenceOn } from '../../domain/people/presence.ts';
import { listReceivers } from '../../domain/policy/list-receivers.ts';
import { hasRole } from '../../domain/policy/roles.ts';
import type { Deps } from '../../pipeline/context.ts';
import { list } from '../../ports/documents.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/**
 * Whether a person is told how their department stands: its head, or a deputy while no head is at work.
 * @param day `yyyy-MM-dd` in the plan's zone
 */
export async function seesToDepartment(
  { store, scope }: Pick<Deps, 'store' | 'scope'>,
  person: Loaded<Person>,
  day: string,
): Promise<boolean> {
  const { data, id } = person;
  if (!hasRole(data, 'head', 'deputy') || presenceOn(data, day) !== 'active') return false;
  if (hasRole(data, 'head')) return true;
  const where = { field: 'department', equals: data.departmentId };
  const people = await list(store, { unit: scope.unit, type: personRecord, where });
  return listReceivers(people, day).some((receiver) => receiver.id === id);
}
