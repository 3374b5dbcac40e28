import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { mayAssign } from '../../domain/policy/acting.ts';
import { isDirector } from '../../domain/policy/posts.ts';
import { queueOf } from '../../model/dossier/redraw.ts';
import { holders } from '../../model/people/people.ts';
import { type Answer, good, isAny, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, refusedBackTo, requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import { delegationsId, delegationsRecord } from '../../records/delegation.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { known } from './known.ts';
import { meant } from './meant.ts';
import { problemOf, readTerms, type Terms } from './read-assignment.ts';
import {
  delegationConfirm,
  delegationForm,
  delegationPick,
  delegationShow,
  delegationWord,
  draftFields,
} from './refs.ts';

export const assignInput = z.strictObject({ ...draftFields, confirm: confirmation });
type Input = z.infer<typeof assignInput>;

export const requireAssigner = (ctx: Ctx): void => requireMay(ctx, mayAssign, 'ASSIGN_ROLE');

/**
 * The director gives somebody a post for a time; the office records it. First what was typed is read and the person found, then it is shown, then
 * recorded: whoever it is for, whose post it is and the director are told once.
 * @throws CodedError ASSIGN_ROLE; Refusal ASSIGN_…, DATE_… back to the form with what was typed
 */
export async function assign(ctx: Ctx, { confirm, ...draft }: Input): Promise<Answer> {
  requireAssigner(ctx);
  const { assignments } = await known(ctx);
  const done = show(delegationShow.ref({}), good('delegation.recorded'));
  if (assignments.some(({ id }) => id === draft.formId)) return done;
  const back = { show: delegationForm.ref(draft) };
  const { terms, problems } = await refusedBackTo(back, () => readTerms(ctx, draft));
  if (isAny(problems)) throw refusalOf(problems, back);
  const people = await meant(ctx, draft);
  const [person, ...others] = people;
  if (person === undefined) throw new Refusal('ASSIGN_NOBODY', { ...back, facts: { name: draft.name } });
  if (others.length > 0) return show(delegationPick.ref({ ...draft, person: '' }));
  const problem = await problemOf(ctx, person, { terms, others: assignments });
  if (problem !== undefined) throw refusalOf([problem], { show: delegationForm.ref({ ...draft, person: '' }) });
  if (!confirm) return show(delegationConfirm.ref({ ...draft, person: person.id }));
  await write(ctx, { id: draft.formId, terms, person });
  return done;
}

async function write(
  ctx: Ctx,
  { id, terms, person }: { id: string; terms: Terms; person: Loaded<Person> },
): Promise<void> {
  const { loaded, assignments } = await known(ctx);
  const assignment = { id, ...terms, to: person.id, recorded: { by: ctx.me.id, at: stamp(ctx.at) } };
  const directors = (await holders(ctx, isDirector)).map((director) => director.id);
  const told = new Set([person.id, terms.of, ...directors]);
  for (const nobody of ['', ctx.me.id]) told.delete(nobody);
  const subject = `assignment:${id}`;
  const word = {
    kind: 'delegation.assigned',
    show: delegationWord.ref({ assignment: id }),
    subject,
    rev: 1,
    urgent: true,
  };
  const { post, departmentId, of, from, until, number, issuedOn } = terms;
  ctx.commit({
    command: 'delegate.assign',
    subject: person.id,
    facts: { post, departmentId, inPlaceOf: of, from, until: until ?? '', number, issuedOn: issuedOn ?? '' },
    changes: [
      put(delegationsRecord, { ...ctx.scope, id: delegationsId }, loaded, {
        assignments: [...assignments, assignment],
      }),
      ...[...told].map((to) => owe(ctx.scope, ctx.at, { ...word, to })),
      ...[person.id, of]
        .filter((whose) => whose !== '')
        .map((whose) => oweRefresh(ctx.scope, ctx.at, queueOf(whose), subject)),
    ],
  });
}
