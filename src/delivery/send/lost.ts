import type { DateTime } from 'luxon';
import { stamp } from '../../ports/commit.ts';
import { create, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Address, addressRecord, purposeOf } from '../../records/address.ts';
import { channelLossId, channelLossRecord } from '../../records/channel-loss.ts';
import type { Loaded } from '../../records/record.ts';

/**
 * Nothing reaches this address any more. Of a channel its people are told at once: it does not come back by itself, and what is addressed
 * to it waits for another.
 * @param reason as the service answered, or the event that told it
 */
export function lost(address: Loaded<Address>, reason: string, now: DateTime): Change[] {
  const at = stamp(now);
  const purpose = purposeOf(address.data.owner);
  const isNews = purpose !== undefined && address.data.reachable === 'yes';
  return [
    replace(addressRecord, address, { ...address.data, reachable: 'blocked', reason, at }),
    ...(isNews
      ? [create(channelLossRecord, address, channelLossId(purpose, address.rev + 1), { purpose, dueAt: at })]
      : []),
  ];
}
