import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { aadKeyId, aadKeyRecord, upnKeyId, upnKeyRecord } from '../../records/key.ts';
import type { Person } from '../../records/person.ts';
import type { Scope } from '../../records/record.ts';

/** What a person is known by, as a roster names its columns; an Entra id never changes hands, an e-mail does. */
const knownBy = ['aadObjectId', 'email'] as const;
export type KnownBy = (typeof knownBy)[number];
type Ids = Pick<Person, KnownBy>;

const kinds = {
  aadObjectId: { type: aadKeyRecord, idOf: aadKeyId },
  email: { type: upnKeyRecord, idOf: upnKeyId },
} as const;

export interface PersonKey {
  readonly column: KnownBy;
  readonly id: string;
}

/** A person has a key for each of these ids that is not empty. */
export const keysOf = ({ tenant }: Scope, ids: Ids): PersonKey[] =>
  knownBy
    .filter((column) => ids[column] !== '')
    .map((column) => ({ column, id: kinds[column].idOf(tenant, ids[column]) }));

/** To be written with the person; the store's Duplicate tells who was quicker. */
export const giveKey = (scope: Scope, { column, id }: PersonKey, personId: string): Change =>
  create(kinds[column].type, scope, id, { personId });

/** Who has an id by the records of people, whether or not its key leads to them. */
export interface Holding extends PersonKey {
  /** In the order given. */
  readonly people: readonly string[];
}

/** Every id that these people have, by the id of its key. */
export function holdingsOf(
  scope: Scope,
  people: Iterable<{ readonly id: string; readonly data: Ids }>,
): ReadonlyMap<string, Holding> {
  const all = new Map<string, PersonKey & { people: string[] }>();
  for (const { id: personId, data } of people)
    for (const key of keysOf(scope, data)) {
      const same = all.get(key.id);
      if (same === undefined) all.set(key.id, { ...key, people: [personId] });
      else same.people.push(personId);
    }
  return all;
}

export const isShared = ({ people }: Holding): boolean => people.length > 1;
