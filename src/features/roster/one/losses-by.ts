import { isOffice } from '../../../domain/policy/posts.ts';
import { officers } from '../../../model/people/people.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import { type Loss, lossesOf, withLockOut } from '../losses.ts';

/** What the unit would lose by this change of one person. @param after null: they have left, today or on a day to come */
export async function lossesBy(
  turn: Turn,
  person: Loaded<Person>,
  after: Person | null,
): Promise<readonly (Loss | 'notYou')[]> {
  const known = await officers(turn);
  const others = known.filter(({ id }) => id !== person.id).map(({ data }) => data);
  const had = known.map(({ data }) => data);
  const lost = lossesOf(turn.plan, { had, here: after === null ? others : [...others, after] });
  return withLockOut(lost, turn.by === person.id && !(after !== null && isOffice(after)));
}
