import type { Turn } from '../../pipeline/turn.ts';
import { type Campaign, receiptId, receiptRecord } from '../../records/campaign.ts';
import type { Loaded } from '../../records/record.ts';

/** Whether a receipt counts for this launch: one given for a cancelled launch before it does not. */
const isOfLaunch = (receipt: { readonly at: string }, campaign: Loaded<Campaign>): boolean =>
  receipt.at >= campaign.data.launched.at;

/** "I have read it" of one person, for the launch in force. @returns the UTC instant, undefined when not given */
export async function readAt(turn: Turn, campaign: Loaded<Campaign>, person: string): Promise<string | undefined> {
  const receipt = await turn.get(receiptRecord, receiptId(campaign.id, person));
  return receipt !== undefined && isOfLaunch(receipt.data, campaign) ? receipt.data.at : undefined;
}
