import type { TurnContext } from 'botbuilder';
import { authenticatedInstant, stampedInstant } from '../domain/calendar/calendar.ts';
import { CodedError } from '../domain/errors.ts';
import { type AnsweringDeps, createAnswering, type TurnOutcome } from './answering.ts';
import type { Arrival } from './arrive.ts';
import { readChannelEvent, takeChannelEvent } from './channel-events.ts';
import type { Exchange } from './in-time.ts';
import { type Incoming, isByItself, isServed, readIncoming, whose } from './incoming.ts';
import { createLines } from './lines.ts';
import { whoIs } from './people.ts';
import { createRecently } from './recently.ts';
import { createSentences } from './sentences.ts';
import { createSignsOfLife } from './signs-of-life.ts';

/** As many photos as a person may send at once from a phone, each a message of its own. */
const mostWaiting = 20;
const redeliveredWithinMs = 10 * 60_000;
const toldFullEveryMs = 60_000;

/** One activity from Teams: understood, once, and in its person's line. @returns from the function: what came of it */
export function createTurn(deps: AnsweringDeps): (context: TurnContext, exchange: Exchange) => Promise<TurnOutcome> {
  const { machine, officeOf } = deps;
  const now = (): number => machine.clock.now().toMillis();
  const answering = createAnswering(deps);
  const lines = createLines(mostWaiting);
  const delivered = createRecently(redeliveredWithinMs, now);
  const toldFull = createRecently(toldFullEveryMs, now);
  const life = createSignsOfLife();

  /** Whoever is not answered soon enough is delivered again; a click then comes under a new id, and does no harm. */
  const isAgain = ({ activityId, conversationId, asked }: Incoming): boolean =>
    activityId !== '' && !delivered.isFirst(`${conversationId} ${activityId} ${asked.kind === 'edited'}`);

  /** Told once a minute, and not for each of thousands. A click is told each time: its answer costs nothing. */
  async function tooMany(arrival: Arrival, error: CodedError): Promise<TurnOutcome> {
    if (isByItself(arrival.incoming)) await answering.refuse(arrival, undefined, error);
    else if (arrival.invoke) await answering.say(arrival.context, error);
    else if (toldFull.isFirst(whose(arrival.incoming)))
      await answering.refuse(arrival, await whoIs(machine, officeOf, arrival.incoming), error);
    return 'refused';
  }

  return async (context, exchange) => {
    // Nothing is said, which the SDK tells as 501.
    if (!isServed(context.activity)) return 'ignored';
    // The life of a team and its channels: nobody asked, and nobody is answered.
    const happened = readChannelEvent(context.activity);
    if (happened !== undefined) {
      if (happened !== 'other') await takeChannelEvent(machine, officeOf, happened);
      return 'ignored';
    }
    const incoming = readIncoming(context.activity);
    if (incoming === undefined) {
      machine.log.warn({ type: context.activity.type }, 'activity not understood');
      if (context.activity.type === 'invoke') await answering.say(context, new CodedError('BAD_CARD'));
      return 'refused';
    }
    const received = machine.clock.now();
    const stampedAt = stampedInstant(incoming.timestamp, received);
    if (incoming.asked.kind === 'nothing' || life.isOutdated(incoming, stampedAt)) return 'ignored';
    const invoke = (incoming.asked.kind === 'verb' || incoming.asked.kind === 'malformed') && incoming.asked.invoke;
    if (!invoke && isAgain(incoming)) return 'ignored';
    const at = authenticatedInstant(stampedAt, received);
    const reference = machine.newId().slice(-8);
    const log = machine.log.child({ turn: reference });
    const sentenceFor = createSentences({ log, reference: () => reference });
    const arrival: Arrival = { context, exchange, incoming, now: received, at, invoke, log, sentenceFor };
    const work = (): Promise<TurnOutcome> => answering.take(arrival);
    const outcome = await lines.wait(whose(incoming), work, (error) => tooMany(arrival, error));
    if (exchange.over) log.warn({ outcome }, 'a click was answered before its work was done');
    return outcome;
  };
}
