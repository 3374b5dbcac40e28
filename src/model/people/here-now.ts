import { presenceOn } from '../../domain/people/presence.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** The person as the roster has them; undefined when they have left. */
export async function hereNow(turn: Turn, personId: string): Promise<Loaded<Person> | undefined> {
  const person = await turn.get(personRecord, personId);
  const isHere = person !== undefined && presenceOn(person.data, turn.at.toFormat('yyyy-MM-dd')) !== 'left';
  return isHere ? person : undefined;
}
