import { presenceOn } from '../../domain/people/presence.ts';
import { listReceivers } from '../../domain/policy/list-receivers.ts';
import { isHead, isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { inPosts } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { everOfficers } from './people.ts';

/**
 * Whether a person is told how their department stands: its head, or a deputy while no head is at work.
 * @param day `yyyy-MM-dd` in the plan's zone
 */
export async function seesToDepartment(turn: Turn, person: Loaded<Person>, day: string): Promise<boolean> {
  const { data, id } = await inPosts(turn, person);
  if (!isHeadOrDeputy(data) || presenceOn(data, day) !== 'active') return false;
  if (isHead(data)) return true;
  const people = (await everOfficers(turn)).filter((officer) => officer.data.departmentId === data.departmentId);
  return listReceivers(people, day).some((receiver) => receiver.id === id);
}
