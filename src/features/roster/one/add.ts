import { z } from 'zod';
import { nameOf } from '../../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { type Person, personId, personRecord } from '../../../records/person.ts';
import { requireRoster } from '../find.ts';
import { personMade } from '../person-made.ts';
import { rosterAdd, rosterBack, rosterPerson } from '../refs.ts';
import { personInputs, readTyped, requireRight, typedIn } from './typed-person.ts';
import { whoseTyped } from './whose.ts';
import { writePerson } from './write-person.ts';

export const addInput = z.strictObject({
  /** Minted with the form: a second click makes nobody else. */
  key: z.string().regex(/^\w{10,40}$/),
  department: z.string().max(100).default(''),
  ...personInputs,
});
type Input = z.infer<typeof addInput>;

/**
 * Somebody new. Whoever has the typed Entra id or e-mail and is here is told of by name; whoever has left with it and may be the same person
 * is offered to come back instead.
 * @throws CodedError OFFICE_ONLY; Refusal ROSTER_ROW, ROSTER_KNOWN
 */
export async function add(ctx: Ctx, input: Input): Promise<Answer> {
  requireRoster(ctx);
  const typed = typedIn(input);
  const back = { show: rosterAdd.ref({ department: input.department }), typed };
  const id = personId(input.key);
  const made = await ctx.get(personRecord, id);
  if (made !== undefined) return show(rosterPerson.ref({ person: id }), added(made.data));
  const { row, asked, problems } = await readTyped(ctx, typed);
  requireRight(ctx, problems, back);
  const whose = await whoseTyped(ctx, row);
  if (whose.is === 'unclear') requireRight(ctx, [whose.problem], back);
  if (whose.is === 'here')
    throw new Refusal('ROSTER_KNOWN', {
      facts: { name: await nameOf(ctx, whose.person.id), column: whose.column },
      show: rosterPerson.ref({ person: whose.person.id }),
    });
  if (whose.is === 'left') {
    const remark = {
      tone: 'warning' as const,
      key: 'roster.known',
      facts: { name: await nameOf(ctx, whose.person.id) },
    };
    // What was left empty takes nothing away from what is known of them.
    const known = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
    return { ...show(rosterBack.ref({ person: whose.person.id }), remark), typed: known };
  }
  await writePerson(ctx, 'roster.add', { id, before: undefined, after: personMade(row, asked.departmentId) });
  return show(rosterPerson.ref({ person: id }), added(row));
}

/** How they get the app is the next step. */
const added = ({ fullName, aadObjectId }: Pick<Person, 'fullName' | 'aadObjectId'>) =>
  good('roster.added', { name: fullName, isKnown: String(aadObjectId !== '') });
