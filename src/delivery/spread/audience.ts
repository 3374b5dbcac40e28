import { presenceOn } from '../../domain/people/presence.ts';
import { isOfficer } from '../../domain/policy/posts.ts';
import { decode } from '../../ports/documents.ts';
import type { StoreReads } from '../../ports/store.ts';
import type { Audience, Spread } from '../../records/message.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded, Where } from '../../records/record.ts';

/** What the index narrows an audience down to. */
function whereOf(audience: Audience): { where?: Where } {
  if (audience.kind === 'department') return { where: personBy.department(audience.departmentId) };
  return audience.kind === 'officers' ? { where: personBy.officer(true) } : {};
}

const actingIn = (audience: Audience): readonly string[] => ('acting' in audience ? audience.acting : []);

/** @param today `yyyy-MM-dd`; who has left by then is reached by nothing */
export function reaches(audience: Audience, { id, data: person }: Loaded<Person>, today: string): boolean {
  if (presenceOn(person, today) === 'left') return false;
  switch (audience.kind) {
    case 'everyone':
      return true;
    case 'department':
      return person.departmentId === audience.departmentId || audience.acting.includes(id);
    case 'organisation':
      return person.organisations.includes(audience.organisation);
    case 'officers':
      return isOfficer(person) || audience.acting.includes(id);
  }
}

/** How many there may be, counted from the index. */
export async function sizeOf(store: StoreReads, unit: string, audience: Audience): Promise<number> {
  return (await store.count({ unit, type: personRecord.type, ...whereOf(audience) })) + actingIn(audience).length;
}

export interface People {
  readonly people: readonly Loaded<Person>[];
  /** The cursor from which it goes on; undefined at the end. */
  readonly next: string | undefined;
}

/** A cursor among those who act for a time begins so; any other is a place of the index. */
const amongActing = 'acting:';

/** Those whom a spread looks at next: whom the index finds, and after all of them those who act for a time. */
export async function peopleFrom(store: StoreReads, { unit, data }: Loaded<Spread>, most: number): Promise<People> {
  const { audience, cursor } = data;
  const acting = actingIn(audience);
  const read = async (ids: readonly string[]): Promise<Loaded<Person>[]> => {
    const people = await Promise.all(ids.map((id) => store.get(unit, id)));
    return people.flatMap((stored) => (stored === undefined ? [] : decode(personRecord, stored)));
  };
  if (cursor.startsWith(amongActing)) {
    const from = Number(cursor.slice(amongActing.length));
    const to = from + most;
    return {
      people: await read(acting.slice(from, to)),
      next: to < acting.length ? `${amongActing}${to}` : undefined,
    };
  }
  const after = cursor === '' ? {} : { after: cursor };
  const page = await store.query({ unit, type: personRecord.type, limit: most, ...whereOf(audience), ...after });
  const people = page.items.map((item) => decode(personRecord, item));
  if (page.next !== undefined) return { people, next: page.next };
  if (people.length + acting.length > most) return { people, next: `${amongActing}0` };
  return { people: [...people, ...(await read(acting))], next: undefined };
}
