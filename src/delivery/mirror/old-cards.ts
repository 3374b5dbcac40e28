import type { DateTime } from 'luxon';
import type { Clock } from '../../ports/clock.ts';
import { stamp } from '../../ports/commit.ts';
import { create, decode, remove, replace } from '../../ports/documents.ts';
import { MAX_CHANGES } from '../../ports/limits.ts';
import type { Change, Store, Stored } from '../../ports/store.ts';
import { type Mirror, mirrorBy, mirrorRecord } from '../../records/mirror.ts';
import { oldCardsId, oldCardsRecord } from '../../records/old-cards.ts';
import type { Loaded, Scope } from '../../records/record.ts';
import { newestOf } from './newest.ts';

/** Long after whatever was on its way when they were posted. */
const oldAfter = { days: 7 };
const every = { days: 7 };
/** All of a step may go, and the cursor moves in the same transaction. */
const stepSize = MAX_CHANGES - 10;

/** What a unit owes from its first start on. */
export const oweOldCards = (scope: Scope, at: DateTime): Change =>
  create(oldCardsRecord, scope, oldCardsId, { cursor: '', dueAt: stamp(at.plus(every)) });

/**
 * One step through all posted cards of a unit: what is known of those that are not kept in step any more is forgotten. Nobody asks for it: the
 * next change of what they show would forget it, and what ended never changes. Those of one chat lie together in the store; whoever has three
 * newer ones among the cards of a step has them among all, so what is parted by two steps is kept, and no other is lost.
 */
export async function oldCardsStep({ store, clock }: { store: Store; clock: Clock }, stored: Stored): Promise<void> {
  const look = decode(oldCardsRecord, stored);
  const { cursor } = look.data;
  const { unit } = look;
  const page = await store.query({ unit, type: mirrorRecord.type, limit: stepSize, ...(cursor && { after: cursor }) });
  const now = clock.now();
  const before = stamp(now.minus(oldAfter));
  const old = pastTheNewest(page.items.map((item) => decode(mirrorRecord, item))).filter(
    ({ data }) => data.updatedAt < before,
  );
  const dueAt = stamp(page.next === undefined ? now.plus(every) : now);
  const next = replace(oldCardsRecord, look, { cursor: page.next ?? '', dueAt });
  await store.commit(unit, [...old.map(remove), next]);
}

function pastTheNewest(mirrors: readonly Loaded<Mirror>[]): Loaded<Mirror>[] {
  const ofCard = new Map<string, Loaded<Mirror>[]>();
  // One that shows nothing that changes is there to be drawn once.
  for (const mirror of mirrors.filter(({ data }) => data.subject !== '')) {
    const { equals: card } = mirrorBy.card(mirror.data);
    ofCard.set(card, [...(ofCard.get(card) ?? []), mirror]);
  }
  return [...ofCard.values()].flatMap((alike) => {
    const newest = newestOf(alike);
    return alike.filter((mirror) => !newest.includes(mirror));
  });
}
