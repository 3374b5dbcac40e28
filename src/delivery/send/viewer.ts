import type { DateTime } from 'luxon';
import { presenceOn } from '../../domain/people/presence.ts';
import { load } from '../../ports/documents.ts';
import type { Viewer } from '../../ports/pages.ts';
import type { StoreReads } from '../../ports/store.ts';
import { personRecord } from '../../records/person.ts';

/**
 * For whose eyes a message to this owner is drawn; undefined when the person is no longer in the roster, or has left.
 * @param of `at` in the plan's zone: it says which day it is
 */
export async function viewerOf(
  store: StoreReads,
  of: { unit: string; owner: string; at: DateTime },
): Promise<Viewer | undefined> {
  if (of.owner.startsWith('channel:')) return { unit: of.unit, owner: of.owner, locale: 'vi', at: of.at };
  const person = await load(store, of.unit, personRecord, of.owner);
  if (person === undefined || presenceOn(person.data, of.at.toFormat('yyyy-MM-dd')) === 'left') return undefined;
  return { unit: of.unit, owner: of.owner, person, locale: person.data.locale, at: of.at };
}
