import { owe } from '../delivery/owe/owe.ts';
import type { Pace } from '../delivery/send/pace.ts';
import type { Machine, Office } from '../pipeline/machine.ts';
import { beginTurn } from '../pipeline/turn.ts';
import type { Message } from '../ports/messenger.ts';
import { owedAnswer, type PageRef } from '../records/message.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Arrival } from './arrive.ts';
import { asActivity } from './reply.ts';

/** Whose answer it is, to be owed to them if it cannot be posted now. */
export interface Answered {
  readonly me: Loaded<Person>;
  readonly page: PageRef;
  readonly office: Office;
}

/** Answers of Teams that say for certain: not sent, try again. */
const notSent = new Set([412, 429, 503]);

export interface PostDeps {
  readonly machine: Machine;
  /** Answers count against what Teams allows, and go first. */
  readonly pace: Pick<Pace, 'reply'>;
  /** In real time. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Before what nothing owes is sent again. Longer would keep all that its person says meanwhile waiting. */
const againAfterMs = [1_000, 3_000];

/**
 * Posts answers as new messages. What was asked is done; only its answer may fail here. If Teams says it was not sent, a person's page is owed
 * like any other message, and everything else is sent again twice; otherwise it may have arrived and is not repeated.
 * @returns from the function: the message's id, empty when it is owed or Teams gave none; undefined when nobody has it, or nobody knows
 */
export function createPostAnswer({ machine, pace, pause }: PostDeps) {
  async function oweIt({ now }: Arrival, { me, page: show, office }: Answered): Promise<void> {
    const turn = beginTurn(machine, office, { at: now, by: me.id });
    const answer = { to: me.id, kind: owedAnswer, show, subject: me.id, rev: now.toMillis(), urgent: true };
    turn.ride([owe(turn.scope, now, answer)]);
    await turn.settle();
  }

  return async (arrival: Arrival, message: Message, answered: Answered | undefined): Promise<string | undefined> => {
    const { context, incoming, log } = arrival;
    const isOwable = answered !== undefined && incoming.personal;
    for (const ms of [...againAfterMs, undefined]) {
      await pace.reply(isOwable ? answered.me.id : incoming.conversationId);
      try {
        return (await context.sendActivity(asActivity(message)))?.id ?? '';
      } catch (error) {
        const { statusCode } = error as { statusCode?: number };
        log.warn({ err: error, statusCode }, 'an answer was not delivered');
        if (!notSent.has(statusCode ?? 0)) return undefined;
      }
      if (isOwable) {
        await oweIt(arrival, answered);
        return '';
      }
      if (ms !== undefined) await pause(ms);
    }
    return undefined;
  };
}
