import { DateTime } from 'luxon';
import { z } from 'zod';
import { type ChannelEvent, noteChannelEvent } from '../features/channels/channel-events.ts';
import type { LossReason } from '../model/sending/channels.ts';
import type { Machine, OfficeOf } from '../pipeline/machine.ts';
import { openTurn } from '../pipeline/open-turn.ts';
import { inTurn } from '../pipeline/retry.ts';
import { decode } from '../ports/documents.ts';
import { type Address, addressId, addressRecord, channelOwner, channelPurpose } from '../records/address.ts';
import { type SeenTeam, type TeamEvent, takeTeamEvent } from './teams.ts';

const member = z.object({ id: z.string() });
const lifecycle = z.object({
  type: z.enum(['conversationUpdate', 'installationUpdate']),
  action: z.string().nullish(),
  timestamp: z.string().nullish(),
  recipient: member,
  serviceUrl: z.string().nullish(),
  membersAdded: z.array(member).nullish(),
  membersRemoved: z.array(member).nullish(),
  channelData: z.object({
    eventType: z.string().nullish(),
    team: z.object({ id: z.string(), name: z.string().nullish() }),
    channel: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
  }),
});
type Lifecycle = z.infer<typeof lifecycle>;

/** What happened, and to which channels: the one with this id, or all of the team. */
interface Happened {
  /** Undefined when it concerns no channel. */
  readonly event: ChannelEvent | undefined;
  /** Undefined when it does not concern who is in the team. */
  readonly ofTeam: TeamEvent | undefined;
  readonly team: SeenTeam;
  readonly channelId: string | undefined;
  /** As Teams stamped it; empty when it did not. */
  readonly timestamp: string;
}

const losses: Readonly<Record<string, LossReason>> = {
  channelDeleted: 'channelDeleted',
  teamDeleted: 'teamDeleted',
  teamHardDeleted: 'teamDeleted',
  teamArchived: 'teamArchived',
};
const returns: Readonly<Record<string, LossReason>> = {
  channelRestored: 'channelDeleted',
  teamRestored: 'teamDeleted',
  teamUnarchived: 'teamArchived',
};

/** @returns undefined for what is not the life of a team; a team's event that is none of ours is answered with silence, too */
export function readChannelEvent(raw: unknown): Happened | 'other' | undefined {
  // Nearly all are something else, and to say in detail why not costs more than reading them.
  if (!lifecycle.shape.type.options.includes(Object(raw).type)) return undefined;
  const parsed = lifecycle.safeParse(raw);
  if (!parsed.success) return undefined;
  const { channelData, timestamp, serviceUrl, recipient } = parsed.data;
  const event = eventOf(parsed.data);
  const ofTeam = teamEventOf(parsed.data, event);
  if (event === undefined && ofTeam === undefined) return 'other';
  const isOfChannel = /^channel/.test(channelData.eventType ?? '');
  return {
    event,
    ofTeam,
    team: {
      teamId: channelData.team.id,
      name: channelData.team.name ?? '',
      serviceUrl: serviceUrl ?? '',
      botId: recipient.id,
    },
    channelId: isOfChannel ? (channelData.channel?.id ?? '') : undefined,
    timestamp: timestamp ?? '',
  };
}

function eventOf({ type, action, recipient, membersAdded, membersRemoved, channelData }: Lifecycle) {
  const isBot = ({ id }: { id: string }): boolean => id === recipient.id;
  const told = channelData.eventType ?? '';
  const was = type === 'installationUpdate' ? (action ?? '') : '';
  if (was.startsWith('remove') || membersRemoved?.some(isBot)) return lostBy('botRemoved');
  if (was.startsWith('add') || membersAdded?.some(isBot)) return { kind: 'back', from: 'botRemoved' } as const;
  if (told === 'channelRenamed') return { kind: 'renamed', name: channelData.channel?.name ?? '' } as const;
  const loss = losses[told];
  if (loss !== undefined) return lostBy(loss);
  const from = returns[told];
  return from === undefined ? undefined : ({ kind: 'back', from } as const);
}

const ofWholeTeam: readonly LossReason[] = ['botRemoved', 'teamDeleted'];

/** Whoever else comes or goes is told of without the bot. In an archived team it is a member still. */
function teamEventOf(
  { membersAdded, membersRemoved }: Lifecycle,
  event: ChannelEvent | undefined,
): TeamEvent | undefined {
  if (event?.kind === 'lost' && ofWholeTeam.includes(event.reason)) return 'out';
  if (event?.kind === 'back' && ofWholeTeam.includes(event.from)) return 'in';
  return (membersAdded ?? membersRemoved ?? []).length > 0 ? 'changed' : undefined;
}
const lostBy = (reason: LossReason): ChannelEvent => ({ kind: 'lost', reason });

/**
 * Notes what happened to a team, and to the channels of it that this process's units have bound. Events may come late and out of order, so their own time
 * counts however old it is.
 */
export async function takeChannelEvent(machine: Machine, officeOf: OfficeOf, happened: Happened): Promise<void> {
  const { event, ofTeam, team, channelId } = happened;
  const now = machine.clock.now();
  const stamped = DateTime.fromISO(happened.timestamp);
  const at = stamped.isValid && stamped < now ? stamped : now;
  if (ofTeam !== undefined) await takeTeamEvent(machine, officeOf, { event: ofTeam, seen: team, at });
  if (event === undefined) return;
  const isMeant = (address: Address): boolean =>
    channelId === undefined ? address.teamId === team.teamId : address.conversationId === channelId;
  for (const purpose of channelPurpose.options) {
    for (const stored of await machine.store.findEverywhere(addressId(channelOwner(purpose)))) {
      const office = officeOf(stored.doc.unit);
      if (office === undefined || !isMeant(decode(addressRecord, stored).data)) continue;
      await inTurn(
        () => openTurn(machine, office, { at, by: 'system' }),
        (turn) => noteChannelEvent(turn, purpose, event),
      );
    }
  }
}
