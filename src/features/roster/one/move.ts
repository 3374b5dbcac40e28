import { z } from 'zod';
import { lastChange } from '../../../model/dossier/last-change.ts';
import { departments, isHere, isOpen, nameOf, personOf } from '../../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { confirmation, revision, showsNow } from '../../../pipeline/inputs.ts';
import { requireRoster } from '../find.ts';
import { rosterMove, rosterMoving, rosterPerson } from '../refs.ts';
import { writePerson } from './write-person.ts';

export const moveInput = z.strictObject({
  person: z.string().max(100),
  rev: revision,
  belongsTo: z.string().max(100).default(''),
  confirm: confirmation,
});

/**
 * Somebody belongs to another department from today: first it is said what goes with them and what stays.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal PERSON_LEFT, MOVE_WHERE, PERSON_CHANGED
 */
export async function move(ctx: Ctx, input: z.infer<typeof moveInput>): Promise<Answer> {
  requireRoster(ctx);
  const person = await personOf(ctx, input.person);
  const page = rosterPerson.ref({ person: person.id });
  if (!isHere(ctx, person.data)) throw new Refusal('PERSON_LEFT', { show: page });
  const to = (await departments(ctx)).find((each) => each.id === input.belongsTo && isOpen(each));
  if (to === undefined) throw new Refusal('MOVE_WHERE', { show: rosterMove.ref({ person: person.id }) });
  // Named as they are then: of namesakes the department tells one from the other.
  const done = async () =>
    show(page, good('roster.moved', { name: await nameOf(ctx, person.id), department: to.data.name }));
  if (person.data.departmentId === to.id) return done();
  if (!showsNow(input.rev, person))
    throw new Refusal('PERSON_CHANGED', { facts: await lastChange(ctx, person.id), show: page });
  if (!input.confirm) return show(rosterMoving.ref({ person: person.id, to: to.id }));
  const after = { ...person.data, departmentId: to.id };
  await writePerson(ctx, 'roster.move', { id: person.id, before: person, after });
  return done();
}
