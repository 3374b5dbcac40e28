import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { purposeOf } from '../../records/address.ts';
import { type Delivery, type DeliveryOutcome, deliveryBy, deliveryRecord, outcomeOf } from '../../records/message.ts';
import { channelOf, channelWords } from './channels.ts';
import { isHeldBack } from './held-back.ts';

/**
 * Whether what was to be posted in a channel stands there: `none` when nothing was, or it had nothing to tell any more; `held` until the
 * channel takes messages, `kept` until the office has chosen what becomes of what a restoration holds back.
 */
export type Posting = 'none' | 'posted' | 'going' | 'held' | 'kept' | 'doubtful' | 'failed';

const postings: Readonly<Record<DeliveryOutcome, Posting>> = {
  delivered: 'posted',
  answered: 'posted',
  waiting: 'going',
  ambiguous: 'doubtful',
  unreachable: 'held',
  refused: 'failed',
  dropped: 'none',
  recalled: 'none',
};
/** Of several messages the first of these that any of them is speaks for all. */
const order: readonly Posting[] = ['failed', 'kept', 'held', 'going', 'doubtful', 'posted'];

/**
 * What has become of the messages to a channel that were owed for this cause; cards that show it are kept in step with the cause.
 * @param isOf which of them are meant
 */
export async function postingOf(
  turn: Turn,
  texts: Texts,
  { cause, isOf = () => true }: { cause: string; isOf?: (delivery: Delivery) => boolean },
): Promise<{ readonly posting: Posting; readonly words: string }> {
  const owed = await turn.list(deliveryRecord, deliveryBy.cause(cause));
  const posts = owed.filter(({ data }) => purposeOf(data.to) !== undefined && isOf(data));
  const purpose = purposeOf(posts[0]?.data.to ?? '');
  if (purpose === undefined) return { posting: 'none', words: '' };
  const channel = await channelOf(turn, purpose);
  const all: Posting[] = [];
  for (const { id, data } of posts) {
    const posting = postings[outcomeOf(data)];
    if (posting === 'going' && (await isHeldBack(turn, id))) all.push('kept');
    // Not looked at yet since the channel is gone.
    else all.push(posting === 'going' && channel.state !== 'open' ? 'held' : posting);
  }
  const posting = order.find((each) => all.includes(each)) ?? 'none';
  return {
    posting,
    words: posting === 'held' ? channelWords(texts, 'held', channel) : texts.t(`words.channels.posting.${posting}`),
  };
}

/** Not in the channel yet, or not certainly: worth a word on a card that would otherwise say it was posted. */
export const isOnTheWay = (posting: Posting): boolean => posting !== 'none' && posting !== 'posted';
