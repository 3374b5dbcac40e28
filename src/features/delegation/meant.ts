import { CodedError } from '../../domain/errors.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { hitsOf, peopleAt } from '../../model/people/find.ts';
import { personOf } from '../../model/people/people.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Draft } from './refs.ts';

/** More are found by more of the name. */
const mostFound = 10;

/** Whom what was typed may mean: whoever was chosen; else whoever is called so, or has it in the name. @throws CodedError BAD_CARD */
export async function meant(turn: Turn, draft: Draft): Promise<Loaded<Person>[]> {
  if (draft.person !== '') {
    if (!draft.person.startsWith('person:')) throw new CodedError('BAD_CARD');
    return [await personOf(turn, draft.person)];
  }
  const hits = await hitsOf(turn, draft.name, dayOf(turn));
  const called = hits.filter(({ name }) => fold(name) === fold(draft.name));
  const people = await peopleAt(turn, (called.length > 0 ? called : hits).slice(0, mostFound));
  return people.filter(({ data }) => presenceOn(data, dayOf(turn)) !== 'left');
}
