import type { DateTime } from 'luxon';
import { presenceOn } from '../../domain/presence.ts';
import { list, load } from '../../ports/documents.ts';
import { type Address, addressId, addressRecord, channelOwner } from '../../records/address.ts';
import type { Department } from '../../records/department.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Deps } from '../context.ts';
import { byName, departments } from '../people.ts';

/** Whether a message reaches a person now, and why not. */
export type Reach = 'reachable' | 'notInstalled' | 'uninstalled' | 'blocked';

export interface Recipient {
  readonly person: Loaded<Person>;
  readonly reach: Reach;
}

export interface DepartmentAudience {
  readonly department: Loaded<Department>;
  /** By given name. */
  readonly recipients: readonly Recipient[];
}

/** Everyone of the roster who has not left, department by department in protocol order. Reads roster and addresses once each. */
export async function audienceOf(deps: Deps, at: DateTime): Promise<DepartmentAudience[]> {
  const { unit } = deps.scope;
  const [all, people, addresses] = await Promise.all([
    departments(deps),
    list(deps.store, { unit, type: personRecord }),
    list(deps.store, { unit, type: addressRecord }),
  ]);
  const today = at.setZone(deps.plan.zone).toFormat('yyyy-MM-dd');
  const address = new Map(addresses.map(({ data }) => [data.owner, data]));
  const present = byName(people.filter((p) => presenceOn(p.data, today) !== 'left'));
  const byDepartment = new Map<string, Loaded<Person>[]>(all.map(({ id }) => [id, []]));
  for (const person of present) byDepartment.get(person.data.departmentId)?.push(person);
  return all
    .map((department) => ({
      department,
      recipients: (byDepartment.get(department.id) ?? []).map((person) => ({
        person,
        reach: reachOf(address.get(person.id)),
      })),
    }))
    .filter(({ recipients }) => recipients.length > 0);
}

function reachOf(address: Address | undefined): Reach {
  if (address === undefined) return 'notInstalled';
  if (address.reachable === 'yes') return 'reachable';
  return address.reason === 'uninstalled' ? 'uninstalled' : 'blocked';
}

export const reachable = (recipients: readonly Recipient[]): number =>
  recipients.filter(({ reach }) => reach === 'reachable').length;

export const everyone = (audience: readonly DepartmentAudience[]): Recipient[] =>
  audience.flatMap(({ recipients }) => recipients);

export async function isOfficeChannelBound(deps: Deps): Promise<boolean> {
  return (await load(deps.store, deps.scope.unit, addressRecord, addressId(channelOwner('office')))) !== undefined;
}
