import { oweRefresh } from '../../delivery/owe/owe.ts';
import { lost } from '../../delivery/send/lost.ts';
import type { LossReason } from '../../model/sending/channels.ts';
import { heldFor, owedAgain } from '../../model/sending/owed-again.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { addressId, addressRecord, type ChannelPurpose, channelOwner } from '../../records/address.ts';

/** What Teams tells of a channel, or of the team that holds it. */
export type ChannelEvent =
  | { readonly kind: 'lost'; readonly reason: LossReason }
  /** What had taken it away is undone. */
  | { readonly kind: 'back'; readonly from: LossReason }
  | { readonly kind: 'renamed'; readonly name: string };

/** @param turn at the event's own instant: one that is older than what we know of the channel changes nothing */
export async function noteChannelEvent(turn: Turn, purpose: ChannelPurpose, event: ChannelEvent): Promise<void> {
  const id = addressId(channelOwner(purpose));
  const address = await turn.get(addressRecord, id);
  if (address === undefined || stamp(turn.at) < address.data.at) return;
  const { data } = address;
  const isOpen = data.reachable === 'yes';
  const refresh = oweRefresh(turn.scope, turn.at, id, address.rev + 1);
  if (event.kind === 'lost' && isOpen) {
    const changes = [...lost(address, event.reason, turn.at), refresh];
    turn.commit({ command: 'channel.lost', subject: id, facts: { reason: event.reason }, changes });
  } else if (event.kind === 'back' && !isOpen && (data.reason === event.from || /^\d{3}/.test(data.reason))) {
    const held = await heldFor(turn, data.owner);
    const open = replace(addressRecord, address, { ...data, reachable: 'yes', reason: '', at: stamp(turn.at) });
    turn.commit({ command: 'channel.back', subject: id, changes: [open, refresh, ...owedAgain(turn, held)] });
  } else if (event.kind === 'renamed' && event.name !== '' && event.name !== data.channelName) {
    const renamed = replace(addressRecord, address, { ...data, channelName: event.name, at: stamp(turn.at) });
    turn.commit({ command: 'channel.renamed', subject: id, changes: [renamed, refresh] });
  }
}
