import { CodedError } from '../../domain/errors.ts';
import { type Holding, holdingsOf } from '../../model/people/person-keys.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { type Match, matchRows } from './match-rows.ts';
import type { RosterRow } from './read-row.ts';

/**
 * Before anything is written: whether each row is of one person, or of somebody new.
 * @throws CodedError ROSTER_INVALID {count, problems} as `readRoster`; a row is told by its place among those of people, and by its name
 */
export async function refuseUnclear(turn: Turn, rows: readonly RosterRow[]): Promise<void> {
  // In this order: whoever is written meanwhile is found by keys, and not taken for somebody without.
  const people = await turn.list(personRecord);
  const matches = await matchRows(turn, rows);
  const named = namesOf(people);
  const holdings = holdingsOf(turn.scope, people);
  const before = new Map<string, number>();
  const problems = matches.flatMap((match, i) => {
    const problem = twoPeople(match, named) ?? nobodyOf(match, holdings, named) ?? again(match, before);
    for (const id of match.leads.values()) if (!before.has(id)) before.set(id, i);
    return problem === undefined ? [] : [`person ${i + 1} (${JSON.stringify(match.row.fullName)}), ${problem}`];
  });
  if (problems.length > 0)
    throw new CodedError('ROSTER_INVALID', { count: problems.length, problems: problems.join('\n') });
}

type Named = (ids: readonly string[]) => string;
function namesOf(people: readonly Loaded<Person>[]): Named {
  const names = new Map(people.map(({ id, data }) => [id, data.fullName]));
  return (ids) => ids.map((id) => JSON.stringify(names.get(id) ?? id)).join(' and ');
}

function twoPeople({ row, leads, person }: Match, named: Named): string | undefined {
  const [byId, byEmail] = [leads.get('aadObjectId'), leads.get('email')];
  if (byEmail === undefined || byId === byEmail) return undefined;
  if (byId !== undefined) return `aadObjectId: is that of ${named([byId])}, and email that of ${named([byEmail])}`;
  // Entra gives an id once: the address has changed hands, or an account was made anew.
  const isOther = row.aadObjectId !== '' && person !== undefined && person.data.aadObjectId !== '';
  return isOther ? `email: is that of ${named([byEmail])}, who has another aadObjectId` : undefined;
}

/** An id that would be given to the row's person, and that others share without a key. */
function nobodyOf(
  { keys, leads, person }: Match,
  holdings: ReadonlyMap<string, Holding>,
  named: Named,
): string | undefined {
  const given = keys.filter(({ column }) => !leads.has(column) && (person === undefined || person.data[column] === ''));
  const [taken] = given.flatMap(({ id }) => holdings.get(id) ?? []);
  return taken && `${taken.column}: is that of ${named(taken.people)}, and no key leads to them`;
}

function again({ leads }: Match, before: ReadonlyMap<string, number>): string | undefined {
  const [earlier] = [...leads.values()].flatMap((id) => before.get(id) ?? []);
  return earlier === undefined ? undefined : `is known to be person ${earlier + 1} of the file`;
}
