import { type Holding, holdingsOf } from '../../model/people/person-keys.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { type Match, matchRows } from './match-rows.ts';
import type { RosterProblem } from './read/problem.ts';
import type { RosterRead } from './read/roster-table.ts';
import { rosterInvalid } from './read/tell-problems.ts';

/**
 * Before anything is written: whether each row is of one person, or of somebody new.
 * @throws CodedError ROSTER_INVALID {count, problems}, in English as what `readRoster` finds wrong
 */
export async function refuseUnclear(turn: Turn, { rows, lines }: Pick<RosterRead, 'rows' | 'lines'>): Promise<void> {
  // In this order: whoever is written meanwhile is found by keys, and not taken for somebody without.
  const people = await turn.list(personRecord);
  const matches = await matchRows(turn, rows);
  const named = namesOf(people);
  const holdings = holdingsOf(turn.scope, people);
  const before = new Map<string, number>();
  const problems = matches.flatMap((match, at): RosterProblem[] => {
    const line = lines[at] ?? 0;
    const problem = twoPeople(match, named) ?? nobodyOf(match, holdings, named) ?? again(match, before);
    for (const id of match.leads.values()) if (!before.has(id)) before.set(id, line);
    return problem === undefined ? [] : [{ ...problem, line }];
  });
  if (problems.length > 0) throw rosterInvalid(problems, turn.texts('en'));
}

type Named = (ids: readonly string[]) => string;
function namesOf(people: readonly Loaded<Person>[]): Named {
  const names = new Map(people.map(({ id, data }) => [id, data.fullName]));
  return (ids) => ids.map((id) => names.get(id) ?? id).join(', ');
}

function twoPeople({ row, leads, person }: Match, named: Named): RosterProblem | undefined {
  const [byId, byEmail] = [leads.get('aadObjectId'), leads.get('email')];
  if (byEmail === undefined || byId === byEmail) return undefined;
  if (byId !== undefined) return { code: 'idsOfTwo', value: named([byId, byEmail]) };
  // Entra gives an id once: the address has changed hands, or an account was made anew.
  const isOther = row.aadObjectId !== '' && person !== undefined && person.data.aadObjectId !== '';
  return isOther ? { code: 'emailOfAnother', column: 'email', value: named([byEmail]) } : undefined;
}

/** An id that would be given to the row's person, and that others share without a key. */
function nobodyOf(
  { keys, leads, person }: Match,
  holdings: ReadonlyMap<string, Holding>,
  named: Named,
): RosterProblem | undefined {
  const given = keys.filter(({ column }) => !leads.has(column) && (person === undefined || person.data[column] === ''));
  const [taken] = given.flatMap(({ id }) => holdings.get(id) ?? []);
  return taken && { code: 'idShared', column: taken.column, value: named(taken.people) };
}

function again({ row, leads }: Match, before: ReadonlyMap<string, number>): RosterProblem | undefined {
  const [earlier] = [...leads.values()].flatMap((id) => before.get(id) ?? []);
  return earlier === undefined ? undefined : { code: 'samePerson', value: row.fullName, otherLine: earlier };
}
