import type { Holding } from '../../../model/people/person-keys.ts';
import { isSameName } from '../../../model/people/same-name.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import type { Match } from '../match-rows.ts';
import type { RosterProblem } from '../read/problem.ts';

/** Everyone of the roster, as rows are looked at against them. */
export interface Known {
  readonly people: ReadonlyMap<string, Loaded<Person>>;
  readonly holdings: ReadonlyMap<string, Holding>;
  readonly hasLeft: (person: Person) => boolean;
}

/** `undefined`: of somebody new. */
export type Whose = { readonly person: Loaded<Person> | undefined } | { readonly problem: RosterProblem };

/**
 * Whose a row is. An Entra id is one person's for ever. An e-mail is handed on, so it tells only as long as the name fits: who has left and
 * comes back is known by it, whoever has it now is somebody else; and of somebody who is here a file cannot say that they are another.
 */
export function whoseRow({ row, keys, leads }: Match, known: Known): Whose {
  const byId = known.people.get(leads.get('aadObjectId') ?? '');
  const byEmail = known.people.get(leads.get('email') ?? '');
  const named = (...people: readonly Loaded<Person>[]): string => people.map(({ data }) => data.fullName).join(', ');
  if (byId !== undefined) {
    const isOfTwo = byEmail !== undefined && byEmail.id !== byId.id && !known.hasLeft(byEmail.data);
    return isOfTwo ? { problem: { code: 'idsOfTwo', value: named(byId, byEmail) } } : { person: byId };
  }
  if (byEmail !== undefined) {
    if (isSameName(row.fullName, byEmail.data.fullName)) return { person: byEmail };
    if (known.hasLeft(byEmail.data)) return { person: undefined };
    return { problem: { code: 'emailTaken', column: 'email', value: named(byEmail) } };
  }
  const [taken] = keys.flatMap(({ id }) => known.holdings.get(id) ?? []);
  if (taken === undefined) return { person: undefined };
  const holders = taken.people.flatMap((id) => known.people.get(id) ?? []);
  return { problem: { code: 'idShared', column: taken.column, value: named(...holders) } };
}
