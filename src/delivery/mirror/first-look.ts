import { DateTime } from 'luxon';
import { stamp } from '../../ports/commit.ts';
import { create, decode, replace } from '../../ports/documents.ts';
import { MAX_CHANGES } from '../../ports/limits.ts';
import type { Change, Store } from '../../ports/store.ts';
import { type Mirror, mirrorRecord, outdatedBy, type Refresh, refreshRecord } from '../../records/mirror.ts';
import type { Loaded } from '../../records/record.ts';

/** None is redrawn sooner than this after its last update. */
const gap = { seconds: 5 };
/** Longer than a message may be on its way: then there is a second look, for cards that were composed before the change. */
export const secondLook = { minutes: 1 };
/** Cards of more readers are dealt with in steps of their own; so few go along with the change that made them outdated. */
const atMost = 20;

/** When a card that shows what has changed is drawn again; one that is due already stays so. */
export const redrawAt = ({ data }: Loaded<Mirror>, now: DateTime): string =>
  data.dueAt ?? stamp(DateTime.max(now, DateTime.fromISO(data.updatedAt).plus(gap)));

export interface FirstLook {
  /** The same changes; of a refresh whose cards are all among the marks only the second look is still owed. */
  readonly changes: readonly Change[];
  /** Posted cards that become due with them. */
  readonly marks: readonly Change[];
}

/** Looks in the turn of a change for the cards that it makes outdated, so that nothing has to look for them again at once. */
export async function firstLook(
  store: Store,
  { unit, changes, now }: { unit: string; changes: readonly Change[]; now: DateTime },
): Promise<FirstLook> {
  const written = new Set(changes.map((change) => (change.op === 'delete' ? change.id : change.doc.id)));
  const marks: Change[] = [];
  const looked: Change[] = [];
  for (const change of changes) {
    const refresh = refreshIn(change, now);
    const cards = refresh && (await cardsOf(store, unit, refresh));
    const isFull = changes.length + marks.length + (cards?.length ?? 0) > MAX_CHANGES;
    if (change.op !== 'create' || refresh === undefined || cards === undefined || isFull) {
      looked.push(change);
      continue;
    }
    for (const card of cards.filter(({ id }) => !written.has(id))) {
      written.add(card.id);
      marks.push(replace(mirrorRecord, card, { ...card.data, dueAt: redrawAt(card, now) }));
    }
    const again = { ...refresh, since: stamp(now), late: true, dueAt: stamp(now.plus(secondLook)) };
    looked.push(create(refreshRecord, change.doc, change.doc.id, again));
  }
  return { changes: looked, marks };
}

/** @returns undefined too for one whose time is still to come */
function refreshIn(change: Change, now: DateTime): Refresh | undefined {
  if (change.op !== 'create' || change.doc.type !== refreshRecord.type) return undefined;
  const refresh = change.doc.data as Refresh;
  return refresh.late || refresh.dueAt > stamp(now) ? undefined : refresh;
}

/** @returns undefined when there are more than go along with a change */
async function cardsOf(store: Store, unit: string, refresh: Refresh): Promise<Loaded<Mirror>[] | undefined> {
  const where = outdatedBy(refresh);
  const { items, next } = await store.query({ unit, type: mirrorRecord.type, where, limit: atMost });
  return next === undefined ? items.map((item) => decode(mirrorRecord, item)) : undefined;
}
