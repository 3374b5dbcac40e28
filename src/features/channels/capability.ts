import { mayBindChannel } from '../../domain/policy/campaign.ts';
import { anywhere, capability, opens, verb } from '../../pipeline/capability.ts';
import { lane } from '../../pipeline/lane.ts';
import { channelLossRecord } from '../../records/channel-loss.ts';
import { bindChannel, bindChannelInput, channelCommand } from './bind-channel.ts';
import { channelBoundPage, channelChoosePage } from './channel.page.ts';
import { channelShow } from './refs.ts';
import { channelShowPage } from './show.page.ts';
import { tellLoss } from './tell-loss.ts';
import { channelTodos } from './todos.ts';

/** Which channel is whose, and what happens when one takes nothing any more. */
export const channels = capability({
  commands: [
    { name: 'channel', isFor: (actor) => mayBindChannel(actor, 'youth'), where: 'channel', run: channelCommand },
  ],
  verbs: [
    anywhere(verb('channel.bind', bindChannelInput, bindChannel)),
    opens('channel.show', channelShow.params, channelShow),
  ],
  pages: [channelChoosePage, channelBoundPage, channelShowPage],
  lanes: [lane({ lane: 'channelLoss', record: channelLossRecord, everyMs: 5_000, handle: tellLoss })],
  todos: channelTodos,
});
