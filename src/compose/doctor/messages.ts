import type { DateTime } from 'luxon';
import { deliveriesNow } from '../../jobs/watch/deliveries.ts';
import { typedCommand } from '../typed-command.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import type { Readable } from './store.ts';

const lateMs = 10 * 60_000;

/** What waits to be sent, and what did not arrive. */
export async function checkMessages(store: Readable, now: DateTime): Promise<Finding[]> {
  const { byState, oldest } = await deliveriesNow(store, now);
  const { pending, sending, ambiguous, unreachable, refused } = byState;
  const minutes = Math.floor((oldest?.waitedMs ?? 0) / 60_000);
  const waits = `${pending + sending} wait, the first ${minutes} minutes beyond its time`;
  const waiting =
    (oldest?.waitedMs ?? 0) < lateMs
      ? ok('messages', waits)
      : fail('messages', waits, 'see deliveries-waiting in docs/operations.md; before a start it is as it should be');
  if (ambiguous + unreachable + refused === 0) return [waiting, ok('not sent', 'none')];
  const says = `${unreachable} to people who cannot be reached, ${ambiguous} in doubt, ${refused} refused`;
  return [
    waiting,
    warn('not sent', says, `the office sees them with ${typedCommand('reconcile')}, and can send again`),
  ];
}
