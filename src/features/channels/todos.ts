import { mayBindChannel } from '../../domain/policy/campaign.ts';
import { channelOf } from '../../model/sending/channels.ts';
import { heldFor } from '../../model/sending/owed-again.ts';
import { item, type TodoItem, type TodoOf, type TodoSource } from '../../pipeline/todo.ts';
import { channelOwner, channelPurpose } from '../../records/address.ts';

/** A channel that is gone, and messages that wait for one which was never there. */
async function channelsToBind({ turn, me, actor }: TodoOf): Promise<TodoItem[]> {
  const items: TodoItem[] = [];
  for (const purpose of channelPurpose.options.filter((each) => mayBindChannel(actor, each))) {
    const { state } = await channelOf(turn, purpose);
    if (state === 'open') continue;
    const n = (await heldFor(turn, channelOwner(purpose))).length;
    const title = turn.texts(me.data.locale).t(`words.campaign.purposes.${purpose}.title`);
    const open = { verb: 'channel.show', data: { purpose }, facts: { title, n } };
    if (state === 'gone') items.push(item('channelGone', open));
    else if (n > 0) items.push(item('channelMissing', open));
  }
  return items;
}

export const channelTodos: readonly TodoSource[] = [{ order: 50, always: channelsToBind }];
