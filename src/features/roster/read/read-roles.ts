import { roleNamed } from '../../../domain/policy/actor.ts';
import { roleInWords, rolesInTitle } from '../../../domain/policy/role-words.ts';
import type { Person } from '../../../records/person.ts';
import type { RosterProblem } from './problem.ts';

type Roles = Person['roles'];
type Complain = (problem: RosterProblem) => void;

/** The words of a cell: by their marks where there are any, and those of the code by the spaces between them. */
export const wordsOf = (value: string): string[] => value.split(/[\s,;]+/).filter((word) => word !== '');

/** What the column of roles says, in either language: "head office", "Trưởng phòng, Ủy viên Hội đồng". */
export function readRoles(value: string, complain: Complain): Roles {
  if (value === '') complain({ code: 'missing', column: 'roles' });
  const found = new Set<Roles[number]>();
  for (const part of value.split(/[,;/\n]/).map((each) => each.trim())) {
    const role = roleInWords(part);
    if (role !== undefined) found.add(role);
    else for (const unknown of spelt(part, found)) complain({ code: 'unknownRole', column: 'roles', value: unknown });
  }
  return [...found];
}

/** Names of the code stand one after the other; a part without any of them is told as a whole. */
function spelt(part: string, found: Set<Roles[number]>): string[] {
  const words = wordsOf(part);
  const roles = words.map(roleNamed);
  for (const role of roles) if (role !== undefined) found.add(role);
  return roles.every((role) => role === undefined)
    ? words.length === 0
      ? []
      : [part]
    : words.filter((_, at) => roles[at] === undefined);
}

/** Where no column says roles: whoever reads the title as a post is told so. */
export function rolesByTitle(title: string, remark: Complain): Roles {
  const { roles, isGuess } = rolesInTitle(title);
  if (isGuess) remark({ code: 'rolesFromTitle', column: 'roles', value: title, facts: { roles: roles.join(' ') } });
  return [...roles];
}
