import { type KnownBy, keysOf, type PersonKey } from '../../model/people/person-keys.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { aadKeyRecord, upnKeyRecord } from '../../records/key.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { RosterRow } from './read/read-row.ts';

/** A row of a roster, and whom its keys lead to. */
export interface Match {
  readonly row: RosterRow;
  readonly keys: readonly PersonKey[];
  /** Ids of people; a column whose key nobody has is missing. None at all: the row is of somebody new. */
  readonly leads: ReadonlyMap<KnownBy, string>;
  /** The first of them, if the record is here. */
  readonly person: Loaded<Person> | undefined;
}

/** By keys alone: a person found by either is that person. */
export async function matchRows(turn: Turn, rows: readonly RosterRow[]): Promise<Match[]> {
  const keyed = rows.map((row) => ({ row, keys: keysOf(turn.scope, row) }));
  const ids = keyed.flatMap(({ keys }) => keys.map(({ id }) => id));
  const found = [await turn.getMany(aadKeyRecord, ids), await turn.getMany(upnKeyRecord, ids)];
  const known = new Map(found.flatMap((each) => [...each]).map(([id, { data }]) => [id, data.personId]));
  const people = await turn.getMany(personRecord, [...known.values()]);
  return keyed.map(({ row, keys }) => {
    const leads = new Map(
      keys.flatMap(({ column, id }) => {
        const led = known.get(id);
        return led === undefined ? [] : [[column, led] as const];
      }),
    );
    const [first = ''] = leads.values();
    return { row, keys, leads, person: people.get(first) };
  });
}
