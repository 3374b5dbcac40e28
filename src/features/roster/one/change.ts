import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isOffice } from '../../../domain/policy/posts.ts';
import { lastChange } from '../../../model/dossier/last-change.ts';
import { namedAnew } from '../../../model/people/named-anew.ts';
import { isHere, nameOf, personOf } from '../../../model/people/people.ts';
import { personChanges } from '../../../model/people/write-person.ts';
import { type Answer, good, Refusal, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import { confirmation, revision, showsNow } from '../../../pipeline/inputs.ts';
import type { PageRef } from '../../../records/message.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import { startHelp } from '../../start/refs.ts';
import { requireRoster } from '../find.ts';
import type { RosterProblem } from '../read/problem.ts';
import { rosterEdit, rosterLoss, rosterPerson } from '../refs.ts';
import { lossesBy } from './losses-by.ts';
import {
  askedColumns,
  asTyped,
  personInputs,
  readTyped,
  requireRight,
  type TypedPerson,
  typedIn,
} from './typed-person.ts';
import { takenBy } from './whose.ts';

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
  const columns = columnsChanged(person.data, after);
  const saved = good('roster.saved');
  if (columns.length === 0) return show(page, saved);
  if (!showsNow(input.rev, person))
    throw new Refusal('PERSON_CHANGED', { facts: await lastChange(ctx, person.id), show: page });
  if (!input.sure && (await lossesBy(ctx, person, after)).length > 0)
    return show(rosterLoss.ref({ person: person.id, data: JSON.stringify({ ...typed, rev: input.rev }) }));
  await write(ctx, person, after, { command: 'roster.change', columns });
  // Whoever has just given up the office's role may not look at the roster any more.
  return show(person.id === ctx.me.id && !isOffice(after) ? startHelp.ref({}) : page, saved);
}

interface Checking {
  readonly form: PageRef;
  /** Whether the form asks for the department: else they stay in theirs, also when it is closed. */
  readonly asksWhere: boolean;
}

/** The person with what was typed. @throws Refusal ROSTER_ROW, ROSTER_TAKEN */
export async function checked(
  ctx: Ctx,
  person: Loaded<Person>,
  typed: TypedPerson,
  { form, asksWhere }: Checking,
): Promise<Person> {
  const { row, asked, problems } = await readTyped(ctx, typed);
  const back = { show: form, typed };
  // What is left as it was is not looked at: it may be older than a rule.
  const shown = asTyped(person.data);
  const same = askedColumns.filter((column) => inOrder(typed[column]) === inOrder(shown[column]));
  const isAsked = ({ column }: RosterProblem): boolean =>
    column === 'department' ? asksWhere : !same.some((each) => each === column);
  requireRight(ctx, problems.filter(isAsked), back);
  const kept = Object.fromEntries(same.map((column) => [column, person.data[column]]));
  const taken = await takenBy(ctx, person, { ...row, ...kept });
  if (taken !== undefined)
    throw new Refusal('ROSTER_TAKEN', {
      facts: { name: await nameOf(ctx, taken.person.id), column: taken.column },
      ...back,
    });
  return { ...person.data, ...asked, ...kept, departmentId: asksWhere ? asked.departmentId : person.data.departmentId };
}

/** Several roles are the same in whatever order a client sends them. */
const inOrder = (value: string): string => value.split(',').sort().join();

/** Names of the columns that differ; roles are the same in whatever order. */
export function columnsChanged(before: Person, after: Person): (keyof Person)[] {
  const plain = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);
  return (Object.keys(after) as (keyof Person)[]).filter(
    (column) => !isDeepStrictEqual(plain(before[column]), plain(after[column])),
  );
}

interface Told {
  readonly command: string;
  readonly columns: readonly string[];
}

/** The person, their keys, what moves along and who shares a name, in one commit; the trail has the names of the columns alone. */
export async function write(
  ctx: Ctx,
  before: Loaded<Person>,
  after: Person,
  { command, columns }: Told,
): Promise<void> {
  const { id } = before;
  ctx.commit({
    command,
    subject: id,
    facts: { columns: columns.join(' ') },
    changes: [
      ...(await personChanges(ctx, { id, before, after }, dayOf(ctx))),
      ...(await namedAnew(ctx, { id, before: before.data.fullName, after: after.fullName })),
    ],
  });
}
