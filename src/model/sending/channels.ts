import { DateTime } from 'luxon';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { addressId, addressRecord, type ChannelPurpose, channelOwner } from '../../records/address.ts';

const reasons = ['channelDeleted', 'teamDeleted', 'teamArchived', 'botRemoved', 'notFound', 'notAllowed'] as const;
/** Why a channel takes nothing any more: told by an event of Teams, or by its answer to a message (404, 403). */
export type LossReason = (typeof reasons)[number];

/** The channel of a purpose, as far as we know. */
export interface Channel {
  readonly purpose: ChannelPurpose;
  /** `gone`: nothing arrives there; what is addressed to it waits. */
  readonly state: 'open' | 'unbound' | 'gone';
  /** Empty when Teams has not told it. */
  readonly name: string;
  /** Since when it is so; in the plan's zone. */
  readonly since: DateTime;
  readonly why: LossReason;
}

export async function channelOf(turn: Turn, purpose: ChannelPurpose): Promise<Channel> {
  const address = await turn.get(addressRecord, addressId(channelOwner(purpose)));
  if (address === undefined) return { purpose, state: 'unbound', name: '', since: turn.at, why: 'notFound' };
  const { reachable, channelName, reason, at } = address.data;
  return {
    purpose,
    state: reachable === 'yes' ? 'open' : 'gone',
    name: channelName,
    since: DateTime.fromISO(at, { zone: turn.plan.zone }),
    why: reasons.find((each) => each === reason) ?? (reason.startsWith('404') ? 'notFound' : 'notAllowed'),
  };
}

export const channelName = (texts: Texts, { name }: Pick<Channel, 'name'>): string =>
  name === '' ? texts.t('words.campaign.namelessChannel') : name;

/** Under `words.channels`: a sentence that depends on whether messages reach the channel. */
export const channelWords = (
  texts: Texts,
  key: string,
  channel: Channel,
  facts: Record<string, unknown> = {},
): string =>
  texts.t(`words.channels.${key}.${channel.state}`, {
    channel: channelName(texts, channel),
    why: texts.t(`words.channels.why.${channel.why}`),
    since: channel.since,
    bind: texts.t(`words.channels.command.${channel.purpose}`),
    ...facts,
  });
