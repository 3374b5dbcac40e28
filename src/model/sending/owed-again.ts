import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Delivery, deliveryBy, deliveryRecord, repeatedId, timesSent } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { heldBackAmong } from './held-back.ts';

/** Beside what a command itself writes, within what one transaction takes. */
const mostAtOnce = 90;

/** What could not be delivered to this owner and is still worth it: it waits until the owner can be reached again, or a restoration lets it go. */
export async function heldFor(turn: Turn, owner: string): Promise<Loaded<Delivery>[]> {
  const now = stamp(turn.at);
  const owed = await turn.list(deliveryRecord, deliveryBy.to(owner));
  // Of one that was sent again meanwhile, nobody needs a second copy.
  const newest = new Map(owed.sort((a, b) => timesSent(a) - timesSent(b)).map((d) => [repeatedId(d), d.id]));
  const waiting = owed
    .filter(({ data }) => data.state === 'unreachable' && (data.expiresAt === null || data.expiresAt > now))
    .filter((d) => newest.get(repeatedId(d)) === d.id);
  const held = await heldBackAmong(
    turn,
    waiting.map(({ id }) => id),
  );
  return waiting.filter(({ id }) => !held.has(id));
}

/** The owner can be reached again: what waits for that is due. */
export const owedAgain = (turn: Turn, held: readonly Loaded<Delivery>[]): Change[] =>
  held
    .slice(0, mostAtOnce)
    .map((d) => replace(deliveryRecord, d, { ...d.data, state: 'pending', dueAt: stamp(turn.at), reason: '' }));
