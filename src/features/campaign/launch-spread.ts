import type { Owing } from '../../delivery/owe/owe.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { planNumber } from '../../domain/plan/launch.ts';
import { campaignOf } from '../../model/round/round.ts';
import { resendsOf } from '../../model/sending/repeats.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Campaign, campaignId } from '../../records/campaign.ts';
import { type Delivery, deliveryId, deliveryRecord, resentId } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { campaignLaunched, launchCancelled } from './refs.ts';

/**
 * The launch as one message to one person; its identity is the launch and the person, whoever asks for it.
 * @param asOf UTC instant whose coming rounds the message speaks of: the launch, or a newcomer's first day
 */
export function launchOwing(
  campaign: Pick<Loaded<Campaign>, 'id' | 'rev' | 'data'>,
  person: string,
  asOf = campaign.data.launched.at,
): Owing {
  return {
    to: person,
    kind: 'announce.launch',
    show: campaignLaunched.ref({ campaign: campaign.id, launch: campaign.data.spreadId, asOf }),
    // Nothing but a launch and its cancelling writes the campaign, so while it is in force its revision names the launch.
    subject: campaign.id,
    rev: campaign.rev,
    cause: campaign.data.spreadId,
    onUnknown: 'resendOnce',
  };
}

/** Everyone is told once; a launch that was cancelled meanwhile owes nothing more. */
export const launchSpread: SpreadDef = {
  kind: 'launch',
  sending: {
    receipts: (turn) => campaignId(turn.plan.id),
    name: async (turn, texts, { id }) => {
      const campaign = await launchedBy(turn, id);
      if (campaign === undefined) return texts.t('words.sendings.name.launchOfOld');
      return texts.t('words.sendings.name.launch', { number: planNumber(turn.plan, campaign.data.number) });
    },
    over: async (turn, { id }) => ((await launchedBy(turn, id)) === undefined ? 'cancelled' : undefined),
  },
  owes: async (turn, { params, at }, person) => {
    const campaign = await launchedBy(turn, params.launch ?? '');
    if (campaign === undefined) return undefined;
    const today = at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
    return presenceOn(person.data, today) === 'left' ? undefined : launchOwing(campaign, person.id);
  },
};

/** The campaign, if this spread carries the launch that is in force. */
async function launchedBy(turn: Turn, spread: string): Promise<Loaded<Campaign> | undefined> {
  const campaign = await campaignOf(turn);
  return campaign?.data.spreadId === spread ? campaign : undefined;
}

const mayHaveArrived: readonly Delivery['state'][] = [
  'pending',
  'sending',
  'sent',
  'ambiguous',
  'recalling',
  'recalled',
];

/** The first of a launch's messages to one person, the repeats among them, that they have or may have. */
async function arrivedOf(turn: Turn, id: string): Promise<string | undefined> {
  const first = await turn.get(deliveryRecord, id);
  if (first === undefined || mayHaveArrived.includes(first.data.state)) return first?.id;
  const repeats = await resendsOf(turn, first.data.cause);
  for (const [i] of repeats.entries()) {
    const repeat = await turn.get(deliveryRecord, resentId(first, i + 2));
    if (repeat !== undefined && mayHaveArrived.includes(repeat.data.state)) return repeat.id;
  }
  return undefined;
}

/** Whoever has, or may get, the cancelled launch is told that it was taken back. */
export const launchCancelledSpread: SpreadDef = {
  kind: 'launchCancelled',
  sending: {
    name: async (_deps, texts) => texts.t('words.sendings.name.launchCancelled'),
    over: async (turn) => ((await campaignOf(turn)) === undefined ? undefined : 'launchedAgain'),
  },
  owes: async (turn, { params }, person) => {
    const subject = campaignId(turn.plan.id);
    const launchRev = Number(params.rev);
    const arrived = await arrivedOf(turn, deliveryId(subject, launchRev, 'announce.launch', person.id));
    if (arrived === undefined) return undefined;
    return {
      to: person.id,
      kind: 'announce.cancel',
      show: launchCancelled.ref({ delivery: arrived }),
      subject,
      rev: launchRev + 1,
    };
  },
};
