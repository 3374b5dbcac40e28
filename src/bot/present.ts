import type { TurnContext } from 'botbuilder';
import type { DateTime } from 'luxon';
import { owe } from '../delivery/owe.ts';
import { CodedError } from '../domain/errors.ts';
import type { Deps } from '../features/context.ts';
import type { Message } from '../ports/messenger.ts';
import type { Banner, Locale, Pages, Typed } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Incoming } from './incoming.ts';
import { answerWithCard, answerWithText, asActivity, keepInStep } from './reply.ts';

export interface Turn {
  readonly context: TurnContext;
  readonly incoming: Incoming;
  readonly now: DateTime;
  /** An Execute waits for its answer in the same HTTP exchange; everything else is answered by a new message. */
  readonly invoke: boolean;
}

export interface Presentation {
  readonly page: PageRef;
  readonly banner?: Banner;
  readonly typed?: Typed;
}

/** Answers of Teams that say for certain: not sent, try again. */
const notSent = new Set([412, 429, 503]);

/** Puts pages and sentences into the conversation a turn came from. */
export function createPresenter(deps: Deps, pages: Pages) {
  /** @throws CodedError when there is nothing to show, or the viewer is owed a reason */
  async function page(turn: Turn, me: Loaded<Person>, what: Presentation): Promise<void> {
    const { incoming, now } = turn;
    const { page: ref, ...composition } = what;
    const viewer = { owner: me.id, person: me, locale: me.data.locale, at: now };
    const shown = await pages.compose(ref, { viewer, ...composition });
    if (shown === null) throw new CodedError('NOTHING_TO_SHOW');
    const activityId = turn.invoke ? incoming.messageId : await post(turn, shown, { me, page: ref });
    if (turn.invoke) await answerWithCard(turn.context, shown);
    await keepInStep({
      store: deps.store,
      scope: deps.scope,
      incoming,
      owner: me.id,
      page: ref,
      shown,
      now,
      activityId,
      outdated: turn.invoke,
    });
    deps.wake();
  }

  async function sentence(turn: Turn, me: Loaded<Person> | undefined, text: string): Promise<void> {
    if (turn.invoke) {
      await answerWithText(turn.context, text);
      return;
    }
    const locale: Locale = me?.data.locale ?? 'vi';
    const viewer = { owner: me?.id ?? '', locale, at: turn.now };
    const notice = await pages.compose({ page: 'start.notice', params: { text } }, { viewer });
    if (notice !== null) await post(turn, notice, undefined);
  }

  /**
   * What was asked is done; only its answer may fail here. If Teams says it was not sent, it is owed like any other message,
   * otherwise it may have arrived and is not repeated.
   */
  async function post(
    turn: Turn,
    message: Message,
    owed: { me: Loaded<Person>; page: PageRef } | undefined,
  ): Promise<string> {
    try {
      return (await turn.context.sendActivity(asActivity(message)))?.id ?? '';
    } catch (error) {
      const { statusCode } = error as { statusCode?: number };
      deps.log.warn({ err: error, statusCode }, 'an answer was not delivered');
      if (owed !== undefined && turn.incoming.personal && notSent.has(statusCode ?? 0)) {
        const { me, page: show } = owed;
        const answer = {
          to: me.id,
          kind: 'answer',
          show,
          subject: me.id,
          rev: turn.now.toMillis(),
          urgent: true,
        } as const;
        await deps.store.commit(deps.scope.unit, [owe(deps.scope, turn.now, answer)]);
        deps.wake();
      }
      return '';
    }
  }

  return { page, sentence };
}
