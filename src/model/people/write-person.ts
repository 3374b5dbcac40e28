import { presenceOn } from '../../domain/people/presence.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { create, remove, replace } from '../../ports/documents.ts';
import { type Change, StoreError } from '../../ports/store.ts';
import { aadKeyRecord, upnKeyRecord } from '../../records/key.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { movesAlong } from './moves-along.ts';
import { giveKey, type KnownBy, keysOf, type PersonKey } from './person-keys.ts';

const keyRecords = { aadObjectId: aadKeyRecord, email: upnKeyRecord } as const satisfies Record<KnownBy, unknown>;

/** Somebody as they are to be from now on; `before` is missing for whoever is new. */
export interface PersonAfter {
  readonly id: string;
  readonly before: Loaded<Person> | undefined;
  readonly after: Person;
}

/**
 * A person with the keys of what their record says from now on: what is no longer theirs is let go, and what somebody has who has left the
 * unit is taken over, so that an e-mail can be given to a successor. An id that they had without a key stays without: several people have it, as
 * earlier releases let them. With whoever moves goes what they have not sent. Five changes at most, of a mover four more a round, and what
 * figures count of the person.
 * @param today `yyyy-MM-dd` in the plan's zone
 * @throws StoreError Duplicate when somebody who is here has one of the ids: whoever asks looks again at what is stored
 */
export async function personChanges(turn: Turn, { id, before, after }: PersonAfter, today: string): Promise<Change[]> {
  const { scope } = turn;
  const had = before === undefined ? [] : keysOf(scope, before.data);
  const has = keysOf(scope, after);
  const given = await Promise.all(
    has.map((key) => keyGiven(turn, key, { id, today, isNew: !had.some((other) => other.id === key.id) })),
  );
  const lost = had.filter((key) => !has.some((other) => other.id === key.id));
  const freed = await Promise.all(lost.map((key) => keyFreed(turn, key, id)));
  const written = before === undefined ? create(personRecord, scope, id, after) : replace(personRecord, before, after);
  const moves = before !== undefined && before.data.departmentId !== after.departmentId;
  const along = moves
    ? await movesAlong(turn, id, { from: before.data.departmentId, to: after.departmentId, today })
    : [];
  return [written, ...given.flat(), ...freed.flat(), ...along];
}

interface Taking {
  readonly id: string;
  readonly today: string;
  /** They did not have the id before. */
  readonly isNew: boolean;
}

async function keyGiven(turn: Turn, key: PersonKey, { id, today, isNew }: Taking): Promise<Change[]> {
  const type = keyRecords[key.column];
  const known = await turn.get(type, key.id);
  if (known === undefined) return isNew ? [giveKey(turn.scope, key, id)] : [];
  if (known.data.personId === id) return [];
  const holder = await turn.get(personRecord, known.data.personId);
  if (holder !== undefined && presenceOn(holder.data, today) !== 'left') throw new StoreError('Duplicate', key.id);
  return [replace(type, known, { personId: id })];
}

async function keyFreed(turn: Turn, key: PersonKey, personId: string): Promise<Change[]> {
  const known = await turn.get(keyRecords[key.column], key.id);
  return known?.data.personId === personId ? [remove(known)] : [];
}
