import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayBindChannel } from '../../domain/policy/campaign.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { heldFor, owedAgain } from '../../model/sending/owed-again.ts';
import { type Answer, good, Refusal, type Remark, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import {
  type Address,
  addressId,
  addressRecord,
  type ChannelPurpose,
  channelOwner,
  channelPurpose,
} from '../../records/address.ts';
import { channelBound, channelChoose } from './refs.ts';

export const bindChannelInput = z.strictObject({ purpose: channelPurpose });

const purposes: readonly ChannelPurpose[] = channelPurpose.options;

/**
 * From now on messages of the purpose go to the channel this was asked in; another channel bound before is replaced. What waits because
 * there was none, or because it was gone, is posted now.
 */
export async function bindChannel(ctx: Ctx, { purpose }: z.infer<typeof bindChannelInput>): Promise<Answer> {
  const { place } = ctx;
  requireChannel(ctx);
  if (!mayBindChannel(ctx.actor, purpose)) throw new CodedError('NOT_ALLOWED_CHANNEL');
  const owner = channelOwner(purpose);
  const id = addressId(owner);
  const known = await ctx.get(addressRecord, id);
  const isSame = known?.data.conversationId === place.conversationId;
  const address: Address = {
    owner,
    conversationId: place.conversationId,
    serviceUrl: place.serviceUrl,
    userId: '',
    botId: place.botId,
    teamId: place.teamId,
    // A click does not carry the channel's name, a mention may.
    channelName: place.channelName === '' && isSame ? known.data.channelName : place.channelName,
    reachable: 'yes',
    reason: '',
    at: stamp(ctx.at),
  };
  const held = known?.data.reachable === 'yes' ? [] : await heldFor(ctx, owner);
  ctx.commit({
    command: 'channel.bind',
    subject: id,
    facts: { conversation: place.conversationId },
    changes: [
      put(addressRecord, { ...ctx.scope, id }, known, address),
      oweRefresh(ctx.scope, ctx.at, id, (known?.rev ?? 0) + 1),
      ...owedAgain(ctx, held),
    ],
  });
  const remark = held.length > 0 ? good('channels.held', { n: held.length }) : remarkOf(known?.data, isSame);
  return show(channelBound.ref({ purpose }), remark);
}

/** @throws CodedError CHANNEL_ONLY in a personal chat, CHANNEL_NOT_GROUP where several people chat outside a team */
function requireChannel({ place }: Ctx): void {
  if (place.kind === 'personal') throw new CodedError('CHANNEL_ONLY');
  if (place.kind === 'group') throw new CodedError('CHANNEL_NOT_GROUP');
}

function remarkOf(before: Address | undefined, isSame: boolean): Remark {
  if (before === undefined) return good('campaign.channelBound');
  if (isSame) return good(before.reachable === 'yes' ? 'campaign.channelKept' : 'campaign.channelBound');
  return before.channelName === ''
    ? good('campaign.channelReplaced')
    : good('campaign.channelMoved', { before: before.channelName });
}

/** `kênh`, or `kênh văn phòng` to bind at once. @param rest what was typed after the command */
export async function channelCommand(ctx: Ctx, rest: string): Promise<Answer> {
  requireChannel(ctx);
  if (!purposes.some((purpose) => mayBindChannel(ctx.actor, purpose))) throw new CodedError('NOT_ALLOWED_CHANNEL');
  if (rest === '') return show(channelChoose.ref({}));
  const purpose = purposes.find((of) => namesOf(ctx, of).includes(fold(rest)));
  if (purpose === undefined) throw new Refusal('CHANNEL_PURPOSE_UNKNOWN', { show: channelChoose.ref({}) });
  return bindChannel(ctx, { purpose });
}

const namesOf = (turn: Turn, purpose: ChannelPurpose): string[] =>
  (['vi', 'en'] as const).flatMap((locale) =>
    turn.texts(locale).t(`words.campaign.purposes.${purpose}.names`).split('|').map(fold),
  );
