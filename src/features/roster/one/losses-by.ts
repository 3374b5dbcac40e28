import { isOffice } from '../../../domain/policy/posts.ts';
import { officers } from '../../../model/people/people.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import { type Loss, lossesOf } from '../losses.ts';

/** What the unit would lose by this change of one person. @param after null: they have left, today or on a day to come */
export async function lossesBy(turn: Turn, person: Loaded<Person>, after: Person | null): Promise<readonly Loss[]> {
  const known = await officers(turn);
  const others = known.filter(({ id }) => id !== person.id).map(({ data }) => data);
  return lossesOf(turn.plan, {
    had: known.map(({ data }) => data),
    here: after === null ? others : [...others, after],
    locksOut: turn.by === person.id && !(after !== null && isOffice(after)),
  });
}
