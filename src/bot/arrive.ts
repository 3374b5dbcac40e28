import type { TurnContext } from 'botbuilder';
import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { answerChanges } from '../delivery/send/answered.ts';
import { hereNow } from '../model/people/here-now.ts';
import { isHeldBack } from '../model/sending/held-back.ts';
import { inPosts } from '../pipeline/acting.ts';
import { asActor } from '../pipeline/actor-of.ts';
import type { Ctx } from '../pipeline/context.ts';
import type { Machine } from '../pipeline/machine.ts';
import { inForce } from '../pipeline/open-turn.ts';
import { retryOnce } from '../pipeline/retry.ts';
import { beginTurn, namedIn, type Turn } from '../pipeline/turn.ts';
import { isId } from '../ports/limits.ts';
import { addressId, addressRecord } from '../records/address.ts';
import { delegationsId, delegationsRecord } from '../records/delegation.ts';
import { deliveryRecord } from '../records/message.ts';
import { mirrorId, mirrorRecord } from '../records/mirror.ts';
import { openedId, openedRecord } from '../records/opened.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import { settingsId, settingsRecord } from '../records/settings.ts';
import { teamRecord, teamRecordId } from '../records/team.ts';
import { unfinishedId, unfinishedRecord } from '../records/unfinished.ts';
import type { Exchange } from './in-time.ts';
import { type Incoming, isByItself } from './incoming.ts';
import { addressChanges, type Known, notInRoster } from './people.ts';
import type { SentenceFor } from './sentences.ts';
import { rememberTeam } from './teams.ts';

/** An activity that has come in. */
export interface Arrival {
  readonly context: TurnContext;
  readonly exchange: Exchange;
  readonly incoming: Incoming;
  readonly now: DateTime;
  /** The authenticated activity's own instant. */
  readonly at: DateTime;
  /** An Execute waits for its answer in the same HTTP exchange; everything else is answered by a new message. */
  readonly invoke: boolean;
  /** Each line of it bears the reference of this turn, which is also that of an error that is told. */
  readonly log: Logger;
  readonly sentenceFor: SentenceFor;
}

/** More does not go along with a command: a transaction takes a hundred. */
const mostRiders = 10;

/**
 * The turn of a person whom a roster names. What the activity tells by itself goes along with whatever the turn writes: how the person is
 * reached, and that the message they clicked on has arrived.
 * @throws CodedError NOT_IN_ROSTER when they have left
 */
export async function arrive(machine: Machine, { office, personId }: Known, arrival: Arrival): Promise<Ctx> {
  const { log } = arrival;
  const begun = beginTurn({ ...machine, log }, office, { at: arrival.at, by: personId });
  const { incoming } = arrival;
  const [me] = await Promise.all([hereNow(begun, personId), foreseen(begun, personId, arrival)]);
  if (me === undefined) throw notInRoster(incoming);
  arrival.exchange.locale = me.data.locale;
  const turn = await inForce(machine, begun);
  if (incoming.personal) await rememberAddress(turn, arrival, me);
  else if (!isByItself(incoming)) await rememberTeam(turn, { ...incoming, name: '' });
  if (incoming.delivery !== '' && !isByItself(incoming)) {
    const delivery = await claimed(turn, incoming.delivery);
    const isUnsent = delivery?.data.sentAt === null && delivery.data.to === me.id;
    const isHeld = isUnsent && (await isHeldBack(turn, delivery.id));
    turn.ride(answerChanges(delivery, { by: me.id, activityId: incoming.messageId, at: arrival.now, isHeld }));
  }
  return {
    ...namedIn(me.data.locale, turn),
    actor: asActor(await inPosts(turn, me)),
    me,
    place: {
      kind: incoming.personal ? 'personal' : incoming.inTeam ? 'channel' : 'group',
      isPrivate: incoming.personal || arrival.invoke,
      conversationId: incoming.conversationId,
      serviceUrl: incoming.serviceUrl,
      teamId: incoming.teamId,
      channelName: incoming.channelName,
      botId: incoming.botId,
    },
    sent: incoming.attachments,
  };
}

/** What every turn asks for sooner or later is read with the person, in one call. */
const foreseen = (turn: Turn, personId: string, { incoming, invoke }: Arrival): Promise<unknown> =>
  Promise.all([
    turn.get(settingsRecord, settingsId),
    turn.get(delegationsRecord, delegationsId),
    incoming.personal && turn.get(addressRecord, addressId(personId)),
    incoming.personal && turn.get(unfinishedRecord, unfinishedId(personId)),
    incoming.personal && invoke && turn.get(openedRecord, openedId(personId)),
    incoming.delivery !== '' && claimed(turn, incoming.delivery),
    incoming.teamId !== '' && turn.get(teamRecord, teamRecordId(incoming.teamId)),
    invoke &&
      incoming.messageId !== '' &&
      turn.get(mirrorRecord, mirrorId(incoming.conversationId, incoming.messageId)),
  ]);

/** The delivery that a card says it came with: an id that no document can have is a forged one, and tells nothing. */
export const claimed = async (turn: Turn, delivery: string) =>
  isId(delivery) ? turn.get(deliveryRecord, delivery) : undefined;

async function rememberAddress(turn: Turn, { incoming }: Arrival, me: Loaded<Person>): Promise<void> {
  const changes = await addressChanges(turn, incoming, me);
  if (changes.length <= mostRiders) return turn.ride(changes);
  // Outrun by the sender, which writes addresses and deliveries too: what is stored now is looked at again.
  await retryOnce(async () => {
    turn.ride(await addressChanges(turn, incoming, me));
    await turn.settle();
  });
}
