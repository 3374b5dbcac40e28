import { presenceOn } from '../../../domain/people/presence.ts';
import { holdingsOf, type KnownBy, keysOf } from '../../../model/people/person-keys.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { aadKeyRecord, upnKeyId, upnKeyRecord } from '../../../records/key.ts';
import { type Person, personBy, personRecord } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import { sought, soughtFrom } from '../../../records/sought.ts';
import { matchRows } from '../match-rows.ts';
import type { RosterProblem } from '../read/problem.ts';
import type { RosterRow } from '../read/read-row.ts';
import { whoseRow } from '../update/whose-row.ts';

/** Whom a typed Entra id or e-mail is of already. */
export type Whose =
  | { readonly is: 'new' }
  | { readonly is: 'here' | 'left'; readonly person: Loaded<Person>; readonly column: KnownBy }
  | { readonly is: 'unclear'; readonly problem: RosterProblem };

/** The rule is that of a roster's row (`whoseRow`); whoever is here is told of by name. */
export async function whoseTyped(turn: Turn, row: RosterRow): Promise<Whose> {
  const [match] = await matchRows(turn, [row]);
  if (match === undefined) return { is: 'new' };
  const today = dayOf(turn);
  const hasLeft = (person: Person): boolean => presenceOn(person, today) === 'left';
  const found = await turn.getMany(personRecord, [...match.leads.values()]);
  const keyless = match.leads.has('email') ? [] : await sharing(turn, row.email);
  const here = keyless.filter(({ data }) => !hasLeft(data));
  const people = new Map([...found, ...here.map((person) => [person.id, person] as const)]);
  const whose = whoseRow(match, { people, holdings: holdingsOf(turn.scope, here), hasLeft });
  const column = match.leads.has('aadObjectId') ? 'aadObjectId' : 'email';
  if ('problem' in whose) {
    const other = whose.problem.code === 'emailTaken' ? found.get(match.leads.get('email') ?? '') : undefined;
    return other === undefined ? { is: 'unclear', problem: whose.problem } : { is: 'here', person: other, column };
  }
  const { person } = whose;
  return person === undefined ? { is: 'new' } : { is: hasLeft(person.data) ? 'left' : 'here', person, column };
}

/** Somebody else whom these ids lead to, and who keeps them: an Entra id never changes hands, an e-mail does once its owner has left. */
export async function takenBy(
  turn: Turn,
  self: Loaded<Person>,
  row: RosterRow,
): Promise<{ readonly person: Loaded<Person>; readonly column: KnownBy } | undefined> {
  const [match] = await matchRows(turn, [row]);
  const today = dayOf(turn);
  for (const [column, id] of match?.leads ?? []) {
    const person = id === self.id ? undefined : await turn.get(personRecord, id);
    if (person !== undefined && (column === 'aadObjectId' || presenceOn(person.data, today) !== 'left'))
      return { person, column };
  }
  if (match?.leads.has('email') || upnKeyId('', self.data.email) === upnKeyId('', row.email)) return undefined;
  const others = await sharing(turn, row.email);
  const person = others.find(({ id, data }) => id !== self.id && presenceOn(data, today) !== 'left');
  return person && { person, column: 'email' };
}

/** Whose e-mail it is by their records: earlier releases have let several have one, and none of them is led to by a key. */
async function sharing(turn: Turn, email: string): Promise<Loaded<Person>[]> {
  if (email === '') return [];
  const key = upnKeyId('', email);
  const values = [...(await turn.countBy(personRecord, sought)).keys()];
  const same = values.filter((value) => upnKeyId('', soughtFrom(value).email) === key);
  const lists = await Promise.all(same.map((value) => turn.list(personRecord, personBy.sought(value))));
  return lists.flat();
}

/** Of the ids of somebody who has left those that nobody else has been given. */
export async function freeIds(turn: Turn, { id, data }: Loaded<Person>): Promise<Pick<Person, KnownBy>> {
  const keys = keysOf(turn.scope, data);
  const ids = keys.map((key) => key.id);
  const known = new Map([...(await turn.getMany(aadKeyRecord, ids)), ...(await turn.getMany(upnKeyRecord, ids))]);
  const isFree = (column: KnownBy): boolean => {
    const holder = known.get(keys.find((key) => key.column === column)?.id ?? '')?.data.personId;
    return holder === undefined || holder === id;
  };
  return {
    aadObjectId: isFree('aadObjectId') ? data.aadObjectId : '',
    email: isFree('email') ? data.email : '',
  };
}
