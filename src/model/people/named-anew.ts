import type { Turn } from '../../pipeline/turn.ts';
import { put, remove } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { namesakesId, namesakesRecord, namesKeptId, namesKeptRecord } from '../../records/namesakes.ts';
import { personBy, personRecord } from '../../records/person.ts';
import { sought, soughtNamed } from '../../records/sought.ts';

export interface NamedAnew {
  readonly id: string;
  /** Undefined for whoever is new. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * Who shares a name once one person is called otherwise, or is new: to be written with the person. Found from the index; nobody is read but
 * those of the name. That it was done is written along each time, so that of two who are given one name at once the second sees the first.
 */
export async function namedAnew(turn: Turn, { id, before, after }: NamedAnew): Promise<Change[]> {
  if (before === after) return [];
  const left =
    before === undefined ? [] : await shared(turn, before, (others) => others.filter((other) => other !== id));
  const joined = await shared(turn, after, (others) => [...others.filter((other) => other !== id), id]);
  const marker = await turn.get(namesKeptRecord, namesKeptId);
  const people = (marker?.data.people ?? 0) + (before === undefined ? 1 : 0);
  // Without one nothing was written down yet: the next start does it for everyone.
  const kept = marker === undefined ? [] : [put(namesKeptRecord, marker, marker, { people })];
  return [...left, ...joined, ...kept];
}

async function shared(turn: Turn, name: string, sharers: (ids: readonly string[]) => string[]): Promise<Change[]> {
  const known = await turn.get(namesakesRecord, namesakesId(name));
  const people = sharers(await idsOf(turn, name)).sort();
  if (people.length > 1)
    return [put(namesakesRecord, { ...turn.scope, id: namesakesId(name) }, known, { name, people })];
  return known === undefined ? [] : [remove(known)];
}

async function idsOf(turn: Turn, name: string): Promise<string[]> {
  const values = await turn.countBy(personRecord, sought, soughtNamed(name));
  const lists = await Promise.all([...values.keys()].map((value) => turn.list(personRecord, personBy.sought(value))));
  return lists.flat().map(({ id }) => id);
}
