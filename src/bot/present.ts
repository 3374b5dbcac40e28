import type { TurnContext } from 'botbuilder';
import type { DateTime } from 'luxon';
import { owe } from '../delivery/owe/owe.ts';
import type { Pace } from '../delivery/send/pace.ts';
import { CodedError } from '../domain/errors.ts';
import type { Deps } from '../pipeline/context.ts';
import { lookAgain } from '../pipeline/retry.ts';
import type { Message } from '../ports/messenger.ts';
import type { Banner, Locale, Pages, Typed } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Incoming } from './incoming.ts';
import { answerWithCard, answerWithText, asActivity, keepInStep, type Posted } from './reply.ts';

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

export interface PresenterDeps {
  readonly deps: Deps;
  readonly pages: Pages;
  readonly pace: Pick<Pace, 'reply'>;
}

/** Puts pages and sentences into the conversation a turn came from. */
export function createPresenter({ deps, pages, pace }: PresenterDeps) {
  /** @throws CodedError when there is nothing to show, or the viewer is owed a reason */
  async function page(turn: Turn, me: Loaded<Person>, what: Presentation): Promise<void> {
    const { page: ref, ...composition } = what;
    const composedAt = deps.clock.now();
    const viewer = { owner: me.id, person: me, locale: me.data.locale, at: turn.now };
    const shown = await pages.compose(ref, { viewer, ...composition });
    if (shown === null) throw new CodedError('NOTHING_TO_SHOW');
    const posted = { owner: me.id, page: ref, shown, composedAt };
    if (turn.invoke) {
      // First: from then on no redraw comes over the form that the answer may be.
      await inStep(turn, { ...posted, activityId: turn.incoming.messageId });
      await answerWithCard(turn.context, shown);
    } else {
      await inStep(turn, { ...posted, activityId: await post(turn, shown, { me, page: ref }) });
    }
    deps.wake();
  }

  /** The answer counts; a card that is not kept in step is brought up to date by the next click on it. */
  async function inStep(
    { incoming, invoke }: Turn,
    posted: Pick<Posted, 'owner' | 'page' | 'shown' | 'composedAt' | 'activityId'>,
  ): Promise<void> {
    const { store, scope } = deps;
    try {
      // Redrawn in this very moment, or clicked twice: what is stored now is looked at again.
      await lookAgain(() => keepInStep({ ...posted, store, scope, incoming, outdated: invoke }));
    } catch (error) {
      deps.log.error({ err: error, page: posted.page.page }, 'a card is not kept in step');
    }
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
    await pace.reply(owed !== undefined && turn.incoming.personal ? owed.me.id : turn.incoming.conversationId);
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
