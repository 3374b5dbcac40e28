import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { mayBindChannel } from '../../domain/policy/campaign.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { holders } from '../../model/people/people.ts';
import { tellOffice } from '../../model/people/tell-office.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { remove } from '../../ports/documents.ts';
import { addressId, addressRecord, channelOwner } from '../../records/address.ts';
import type { ChannelLoss } from '../../records/channel-loss.ts';
import type { Loaded } from '../../records/record.ts';
import { channelShow } from './refs.ts';

/** A channel takes nothing any more: whoever may bind another is told, once, and the loss is dealt with. Bound again meanwhile, nobody is. */
export async function tellLoss(turn: Turn, loss: Loaded<ChannelLoss>): Promise<void> {
  const { purpose } = loss.data;
  const id = addressId(channelOwner(purpose));
  const address = await turn.get(addressRecord, id);
  if (address === undefined || address.data.reachable === 'yes') return turn.ride([remove(loss)]);
  const { rev } = address;
  const word = { kind: 'channel.lost', show: channelShow.ref({ purpose }), subject: id, rev, urgent: true } as const;
  const others = await holders(turn, (person) => mayBindChannel(person, purpose) && !isOffice(person));
  turn.commit({
    command: 'channel.tell',
    subject: id,
    changes: [
      remove(loss),
      oweRefresh(turn.scope, turn.at, id, `lost${rev}`),
      await tellOffice(turn, { ...word, at: turn.at, by: 'system', except: [] }),
      ...others.map((person) => owe(turn.scope, turn.at, { ...word, to: person.id })),
    ],
  });
}
