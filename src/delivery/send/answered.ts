import type { DateTime } from 'luxon';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Delivery, deliveryRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';

interface Click {
  readonly by: string;
  /** The message that was clicked; empty when the client does not say. */
  readonly activityId: string;
  readonly at: DateTime;
  /** The message is held back since data came from a backup: it may have been sent after that was made. */
  readonly isHeld: boolean;
}

/** What a click proves: that it arrived. One under way is left to the sender, which is about to learn the same. */
const provable: readonly Delivery['state'][] = ['pending', 'sent', 'ambiguous'];

/**
 * A person clicked on a message of theirs: whatever the service said of it, it has arrived, and is not sent again. Only the first click is
 * kept; one that names a message to somebody else, or none, tells nothing.
 * @param delivery as the card says; a card is a claim
 */
export function answerChanges(delivery: Loaded<Delivery> | undefined, click: Click): Change[] {
  if (delivery === undefined || delivery.data.to !== click.by || delivery.data.answeredAt !== null) return [];
  const { data } = delivery;
  if (!provable.includes(data.state) && !(click.isHeld && data.state === 'sending')) return [];
  // One that was never tried cannot have arrived: somebody made that up.
  if (data.attempts === 0 && !click.isHeld) return [];
  const next: Delivery = {
    ...data,
    state: 'sent',
    answeredAt: stamp(click.at),
    sentAt: data.sentAt ?? stamp(click.at),
    activityId: data.activityId === '' ? click.activityId : data.activityId,
  };
  return [replace(deliveryRecord, delivery, next)];
}
