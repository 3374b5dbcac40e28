import { z } from 'zod';
import { lastChange } from '../../../model/dossier/last-change.ts';
import { isHere, nameOf, personOf } from '../../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { revision, showsNow } from '../../../pipeline/inputs.ts';
import { requireRoster } from '../find.ts';
import { rosterPerson } from '../refs.ts';
import { leaves, unplanned } from './presence.ts';
import { writePerson } from './write-person.ts';

export const stayInput = z.strictObject({ person: z.string().max(100), rev: revision });

/** A last day that is still to come is taken back. @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal PERSON_LEFT, PERSON_CHANGED */
export async function stay(ctx: Ctx, input: z.infer<typeof stayInput>): Promise<Answer> {
  requireRoster(ctx);
  const person = await personOf(ctx, input.person);
  const page = rosterPerson.ref({ person: person.id });
  if (!isHere(ctx, person.data)) throw new Refusal('PERSON_LEFT', { show: page });
  const done = good('roster.stays', { name: await nameOf(ctx, person.id) });
  if (!leaves(person.data)) return show(page, done);
  if (!showsNow(input.rev, person))
    throw new Refusal('PERSON_CHANGED', { facts: await lastChange(ctx, person.id), show: page });
  const after = unplanned(person.data);
  await writePerson(ctx, 'roster.stay', { id: person.id, before: person, after });
  return show(page, done);
}
