import { z } from 'zod';
import { isOffice } from '../../../domain/policy/posts.ts';
import { lastChange } from '../../../model/dossier/last-change.ts';
import { isHere, personOf } from '../../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { confirmation, revision, showsNow } from '../../../pipeline/inputs.ts';
import { startHelp } from '../../start/refs.ts';
import { requireRoster } from '../find.ts';
import { rosterEdit, rosterLoss, rosterPerson } from '../refs.ts';
import { checked } from './checked.ts';
import { lossesBy } from './losses-by.ts';
import { personInputs, typedIn } from './typed-person.ts';
import { columnsChanged, writePerson } from './write-person.ts';

export const changeInput = z.strictObject({
  person: z.string().max(100),
  rev: revision,
  /** `yes` from the card that says what the unit would have no longer. */
  sure: confirmation,
  ...personInputs,
});
type Input = z.infer<typeof changeInput>;

/**
 * What the roster says of somebody; the department is a step of its own. What would leave the unit without office, director or council is
 * confirmed once more.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal ROSTER_ROW, ROSTER_TAKEN, PERSON_LEFT, PERSON_CHANGED
 */
export async function change(ctx: Ctx, input: Input): Promise<Answer> {
  requireRoster(ctx);
  const person = await personOf(ctx, input.person);
  const page = rosterPerson.ref({ person: person.id });
  if (!isHere(ctx, person.data)) throw new Refusal('PERSON_LEFT', { show: page });
  const typed = { ...typedIn(input), belongsTo: person.data.departmentId };
  const after = await checked(ctx, person, typed, { form: rosterEdit.ref({ person: person.id }), asksWhere: false });
  const saved = good('roster.saved');
  if (columnsChanged(person.data, after).length === 0) return show(page, saved);
  if (!showsNow(input.rev, person))
    throw new Refusal('PERSON_CHANGED', { facts: await lastChange(ctx, person.id), show: page });
  if (!input.sure && (await lossesBy(ctx, person, after)).length > 0)
    return show(rosterLoss.ref({ person: person.id, data: JSON.stringify({ ...typed, rev: input.rev }) }));
  await writePerson(ctx, 'roster.change', { id: person.id, before: person, after });
  // Whoever has just given up the office's role may not look at the roster any more.
  return show(person.id === ctx.me.id && !isOffice(after) ? startHelp.ref({}) : page, saved);
}
