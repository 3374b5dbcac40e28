import { channelOf } from '../../model/sending/channels.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { channelOwner } from '../../records/address.ts';

/** Where the office's records of the campaign go: the owner of its channel, gone or not; undefined when none was ever bound. */
export async function recordsTo(turn: Turn): Promise<string | undefined> {
  const { state } = await channelOf(turn, 'office');
  return state === 'unbound' ? undefined : channelOwner('office');
}
