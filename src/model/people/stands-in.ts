import { presenceOn } from '../../domain/people/presence.ts';
import { heldBy, isInForce, type Opiners, opinersOf } from '../../domain/policy/acting.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { delegationsId, delegationsRecord } from '../../records/delegation.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { everOfficers } from './people.ts';

/**
 * Who would give a person's opinions on a day on which they are away, by the rule of who acts; undefined for whoever gives none.
 * @param day `yyyy-MM-dd`
 */
export async function standsInFor(turn: Turn, person: Loaded<Person>, day: string): Promise<Opiners | undefined> {
  const { departmentId } = person.data;
  const post = heldBy(asActor(person), departmentId);
  if (post === undefined) return undefined;
  const people = (await everOfficers(turn)).map((officer) => ({
    ...asActor(officer),
    presence: officer.id === person.id ? ('onLeave' as const) : presenceOn(officer.data, day),
  }));
  const known = (await turn.get(delegationsRecord, delegationsId))?.data.assignments ?? [];
  const assignments = known.filter((assigned) => isInForce(assigned, day));
  const candidate = { kind: 'person' as const, id: '', departmentId };
  return opinersOf({ reviewerId: person.id, candidate, wanted: post }, { people, assignments });
}
