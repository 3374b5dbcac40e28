import { nameOf } from '../../../model/people/people.ts';
import { Refusal } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import type { PageRef } from '../../../records/message.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import { isSame } from '../is-same.ts';
import type { RosterProblem } from '../read/problem.ts';
import { askedColumns, asTyped, readTyped, requireRight, type TypedPerson } from './typed-person.ts';
import { takenBy } from './whose.ts';

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
  const same = askedColumns.filter((column) => isSame(typed[column].split(','), shown[column].split(',')));
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
