import type { DateTime } from 'luxon';
import { stamp } from '../../ports/commit.ts';
import type { PostOutcome } from '../../ports/messenger.ts';
import type { Delivery } from '../../records/message.ts';

const firstBackoffMs = 2_000;
const longestBackoffMs = 300_000;

/** @param random in [0, 1): spreads retries by ±20 % so that they do not come in step */
export function backoffMs(attempts: number, random: number): number {
  return Math.round(Math.min(firstBackoffMs * 2 ** (attempts - 1), longestBackoffMs) * (0.8 + 0.4 * random));
}

/** How a delivery stands after a try to post it. */
export function afterOutcome(delivery: Delivery, outcome: PostOutcome, now: DateTime, random: number): Delivery {
  switch (outcome.kind) {
    case 'sent':
      return { ...delivery, state: 'sent', activityId: outcome.activityId, sentAt: stamp(now), reason: '' };
    case 'retry': {
      const wait = outcome.afterMs ?? backoffMs(delivery.attempts, random);
      return { ...delivery, state: 'pending', reason: outcome.reason, dueAt: stamp(now.plus(wait)) };
    }
    case 'unknown':
      return outcome.mayResend
        ? afterUnknown(delivery, outcome.reason, now)
        : { ...delivery, state: 'ambiguous', doubtful: true, reason: outcome.reason };
    case 'unreachable':
    case 'gone':
      return { ...delivery, state: 'unreachable', reason: outcome.reason };
    case 'refused':
      return { ...delivery, state: 'refused', reason: outcome.reason };
    case 'broken':
      return { ...delivery, state: 'pending', reason: outcome.reason };
  }
}

/** Sent or not, nobody knows: a launch or a request for action is sent once more and marked, a reminder is left marked. */
export function afterUnknown(delivery: Delivery, reason: string, now: DateTime): Delivery {
  if (delivery.onUnknown === 'resendOnce' && !delivery.doubtful) {
    return { ...delivery, state: 'pending', doubtful: true, reason, dueAt: stamp(now) };
  }
  return { ...delivery, state: 'ambiguous', doubtful: true, reason };
}
