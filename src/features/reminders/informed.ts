import { presenceOn } from '../../domain/people/presence.ts';
import { directorsOf } from '../../domain/policy/at-work.ts';
import { leadsUnit } from '../../domain/policy/posts.ts';
import { officers } from '../../model/people/people.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** Whether this person is told on that day how the round stands as the one who leads the unit: the director, else the deputies. */
export async function isInformed(turn: Turn, person: Loaded<Person>, day: string): Promise<boolean> {
  if (!leadsUnit(person.data)) return false;
  const atWork = (await officers(turn)).filter(({ data }) => presenceOn(data, day) === 'active').map(asActor);
  return directorsOf(atWork).some(({ id }) => id === person.id);
}
