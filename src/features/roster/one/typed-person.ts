import { z } from 'zod';
import { tidy } from '../../../domain/text/vietnamese.ts';
import { departments, isOpen } from '../../../model/people/people.ts';
import { isAny, type Problem, refusalOf } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { PageRef } from '../../../records/message.ts';
import type { Person } from '../../../records/person.ts';
import type { RosterProblem } from '../read/problem.ts';
import { type RosterRow, rowReader } from '../read/read-row.ts';
import type { RosterColumn } from '../read/roster-columns.ts';
import { problemLines } from '../read/tell-problems.ts';

const text = z.string().default('');
/** What the form of a person asks for; several roles, and several organisations, are separated by commas. */
export const personInputs = {
  ...{ fullName: text, belongsTo: text, title: text, email: text, aadObjectId: text },
  ...{ roles: text, gender: text, startDate: text, employmentType: text, organisations: text },
};
export type TypedPerson = Readonly<Record<keyof typeof personInputs, string>>;
const names = Object.keys(personInputs) as (keyof TypedPerson)[];

/** Of all that came with the click, what was typed. */
export const typedIn = (input: TypedPerson): TypedPerson =>
  Object.fromEntries(names.map((name) => [name, input[name]])) as TypedPerson;

/** Columns that the form asks for, beside the department. */
export const askedColumns = [
  'fullName',
  'title',
  'email',
  'aadObjectId',
  'roles',
  'gender',
  'startDate',
  'employmentType',
  'organisations',
] as const;
export type Asked = Pick<Person, (typeof askedColumns)[number]> & Pick<Person, 'departmentId'>;

export interface Read {
  readonly row: RosterRow;
  readonly asked: Asked;
  readonly problems: readonly RosterProblem[];
}

/** Read as the row of a roster is, and held to the same. A department that is none, or is closed, is none. */
export async function readTyped(turn: Turn, typed: TypedPerson): Promise<Read> {
  const open = (await departments(turn)).filter(isOpen);
  const department = open.find(({ id }) => id === typed.belongsTo);
  const cells: Partial<Record<RosterColumn, string>> = {
    ...typed,
    roles: typed.roles.split(',').join(' '),
    organisations: typed.organisations.split(',').join(' '),
    department: department?.data.name ?? '',
  };
  const problems: RosterProblem[] = [];
  const row = rowReader(true)((column) => inOneLine(cells[column] ?? ''), {
    complain: (problem) => problems.push(problem),
    remark: () => undefined,
  });
  const values = Object.fromEntries(askedColumns.map((column) => [column, row[column]])) as Pick<
    Person,
    (typeof askedColumns)[number]
  >;
  return { row, asked: { ...values, departmentId: department?.id ?? '' }, problems };
}

const inOneLine = (cell: string): string => tidy(cell).replace(/\s+/g, ' ');

/** What the form shows of somebody. */
export const asTyped = (person: Person): TypedPerson => ({
  fullName: person.fullName,
  belongsTo: person.departmentId,
  title: person.title,
  email: person.email,
  aadObjectId: person.aadObjectId,
  roles: person.roles.join(','),
  gender: person.gender,
  startDate: person.startDate ?? '',
  employmentType: person.employmentType,
  organisations: person.organisations.join(','),
});

/** All that is wrong, in one refusal, back to the form with what was typed. @throws Refusal ROSTER_ROW {line} */
export function requireRight(
  ctx: Ctx,
  problems: readonly RosterProblem[],
  back: { show: PageRef; typed: TypedPerson },
) {
  const lines = problemLines(problems, ctx.texts(ctx.me.data.locale));
  const told = lines.map((line): Problem => ({ code: 'ROSTER_ROW', facts: { line } }));
  if (isAny(told)) throw refusalOf(told, back);
}
