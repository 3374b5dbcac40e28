import { presenceOn } from '../../domain/people/presence.ts';
import { listReceivers } from '../../domain/policy/list-receivers.ts';
import { isHead, isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { inPosts } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { everOfficersOf } from './people.ts';

/**
 * The department of which a person is told how it stands: as its head, or as a deputy while no head is at work, in their own post or
 * in one in which they act. Whoever acts may belong to another.
 * @param day `yyyy-MM-dd` in the plan's zone
 */
export async function departmentSeenTo(turn: Turn, person: Loaded<Person>, day: string): Promise<string | undefined> {
  const { data, id } = await inPosts(turn, person);
  if (!isHeadOrDeputy(data) || presenceOn(data, day) !== 'active') return undefined;
  if (isHead(data)) return data.departmentId;
  const people = await everOfficersOf(turn, data.departmentId);
  return listReceivers(people, day).some((receiver) => receiver.id === id) ? data.departmentId : undefined;
}
