import type { DateTime } from 'luxon';
import { load } from '../ports/documents.ts';
import type { Viewer } from '../ports/pages.ts';
import type { Store } from '../ports/store.ts';
import { personRecord } from '../records/person.ts';

/** For whose eyes a message to this owner is drawn; undefined when the person is no longer in the roster. */
export async function viewerOf(
  store: Store,
  of: { unit: string; owner: string; at: DateTime },
): Promise<Viewer | undefined> {
  if (of.owner.startsWith('channel:')) return { owner: of.owner, locale: 'vi', at: of.at };
  const person = await load(store, of.unit, personRecord, of.owner);
  return person === undefined ? undefined : { owner: of.owner, person, locale: person.data.locale, at: of.at };
}
