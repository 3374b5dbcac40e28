import { maySeeRoster } from '../../domain/policy/roster.ts';
import { isHere, personOf } from '../../model/people/people.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { rosterPerson } from '../roster/refs.ts';

/**
 * Whose leave it is: one's own, or of anybody whom the office names, for whoever has fallen ill says nothing.
 * @param named a person's id; empty for one's own
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal PERSON_LEFT
 */
export async function onLeave(ctx: Ctx, named: string): Promise<Loaded<Person>> {
  if (named === '' || named === ctx.me.id) return personOf(ctx, ctx.me.id);
  requireMay(ctx, maySeeRoster, 'OFFICE_ONLY');
  const person = await personOf(ctx, named);
  if (!isHere(ctx, person.data)) throw new Refusal('PERSON_LEFT', { show: rosterPerson.ref({ person: named }) });
  return person;
}
