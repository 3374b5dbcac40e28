import type { z } from 'zod';
import { lastChange } from '../../../model/dossier/last-change.ts';
import { isHere, nameOf, personOf } from '../../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { showsNow } from '../../../pipeline/inputs.ts';
import { requireRoster } from '../find.ts';
import { rosterBack, rosterPerson } from '../refs.ts';
import type { changeInput } from './change.ts';
import { checked } from './checked.ts';
import { typedIn } from './typed-person.ts';
import { writePerson } from './write-person.ts';

/**
 * Somebody who has left is back with all that is theirs, as the form has them from now on.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal ROSTER_ROW, ROSTER_TAKEN, PERSON_CHANGED
 */
export async function comeBack(ctx: Ctx, input: z.infer<typeof changeInput>): Promise<Answer> {
  requireRoster(ctx);
  const person = await personOf(ctx, input.person);
  const page = rosterPerson.ref({ person: person.id });
  const isBack = async () => show(page, good('roster.returned', { name: await nameOf(ctx, person.id) }));
  // A second click: they are back already.
  if (isHere(ctx, person.data)) return isBack();
  const asked = await checked(ctx, person, typedIn(input), {
    form: rosterBack.ref({ person: person.id }),
    asksWhere: true,
  });
  if (!showsNow(input.rev, person))
    throw new Refusal('PERSON_CHANGED', { facts: await lastChange(ctx, person.id), show: page });
  const after = { ...asked, status: 'active' as const, statusFrom: null, statusTo: null, endDate: null };
  await writePerson(ctx, 'roster.return', { id: person.id, before: person, after });
  return isBack();
}
