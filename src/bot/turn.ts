import type { TurnContext } from 'botbuilder';
import { noteAnswer } from '../delivery/send/answered.ts';
import type { Pace } from '../delivery/send/pace.ts';
import { authenticatedInstant } from '../domain/calendar/calendar.ts';
import { CodedError } from '../domain/errors.ts';
import { personOf } from '../model/people/people.ts';
import { type Answer, Refusal } from '../pipeline/answer.ts';
import type { Ctx, Deps } from '../pipeline/context.ts';
import { lookAgain } from '../pipeline/retry.ts';
import type { Banner, Locale, Pages } from '../ports/pages.ts';
import { StoreError } from '../ports/store.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Dispatch } from './dispatch.ts';
import { readIncoming } from './incoming.ts';
import { rememberAddress, whoIs } from './people.ts';
import { createPresenter, type Turn } from './present.ts';

export interface TurnDeps {
  readonly deps: Deps;
  readonly pages: Pages;
  readonly dispatch: Dispatch;
  /** Answers count against what Teams allows, and go first. */
  readonly pace: Pick<Pace, 'reply'>;
}

/** One activity from Teams: who is it, what do they ask, what is the answer. */
export function createTurn({ deps, pages, dispatch, pace }: TurnDeps) {
  const present = createPresenter({ deps, pages, pace });

  return async (context: TurnContext): Promise<void> => {
    const incoming = readIncoming(context.activity);
    if (incoming === undefined) {
      deps.log.warn({ type: context.activity.type }, 'activity not understood');
      return;
    }
    const now = deps.clock.now();
    const invoke = (incoming.asked.kind === 'verb' || incoming.asked.kind === 'malformed') && incoming.asked.invoke;
    const turn: Turn = { context, incoming, now, invoke };
    let me: Loaded<Person> | undefined;
    let answer: Answer | undefined;
    try {
      me = await whoIs(deps, incoming, now);
      if (me === undefined) return await refuseStranger(turn);
      if (incoming.personal) await rememberAddress(deps, incoming, me, now);
      if (incoming.delivery !== '') await arrived(turn, me, incoming.delivery);
      answer = await dispatch(contextOf(turn, me), incoming.asked);
    } catch (error) {
      return refuse(turn, me, error);
    }
    if (answer !== undefined) await reply(turn, me, answer);
  };

  function contextOf({ incoming, now }: Turn, me: Loaded<Person>): Ctx {
    return {
      deps,
      actor: { id: me.id, roles: me.data.roles, departmentId: me.data.departmentId },
      me,
      at: authenticatedInstant(incoming.timestamp, now),
      place: {
        kind: incoming.personal ? 'personal' : 'channel',
        conversationId: incoming.conversationId,
        serviceUrl: incoming.serviceUrl,
        teamId: incoming.teamId,
        channelName: incoming.channelName,
        botId: incoming.botId,
      },
      attachments: incoming.attachments,
    };
  }

  /** Whatever comes of it, the click itself is answered. */
  async function arrived({ incoming, now }: Turn, me: Loaded<Person>, delivery: string): Promise<void> {
    const click = { unit: me.unit, delivery, by: me.id, activityId: incoming.messageId, at: now };
    try {
      await lookAgain(() => noteAnswer(deps.store, click));
    } catch (error) {
      deps.log.warn({ err: error, delivery }, 'a click was not noted on its message');
    }
  }

  async function refuseStranger(turn: Turn): Promise<void> {
    // Who says nothing is told nothing: an install alone is no question.
    if (['nothing', 'installed', 'removed'].includes(turn.incoming.asked.kind)) return;
    await refuse(turn, undefined, new CodedError('NOT_IN_ROSTER'));
  }

  /** The command is done: if its page cannot be shown, what was done is still said, never that nothing was changed. */
  async function reply(turn: Turn, before: Loaded<Person>, answer: Answer): Promise<void> {
    let me = before;
    try {
      // The command may have changed the person: their language, their reminders.
      me = await personOf(deps, before.id);
      const said = wordsOf(me, answer);
      const banner = said === undefined ? {} : { banner: said };
      await present.page(turn, me, { page: answer.show, ...banner });
    } catch (error) {
      const said = wordsOf(me, answer);
      if (said === undefined) return refuse(turn, me, error);
      deps.log.error({ err: error, page: answer.show.page }, 'done, but its page cannot be shown');
      await present.sentence(turn, me, said.text);
    }
  }

  function wordsOf(me: Loaded<Person>, { remark }: Answer): Banner | undefined {
    if (remark === undefined) return undefined;
    return { tone: remark.tone, text: deps.texts(me.data.locale).t(`banners.${remark.key}`, remark.facts) };
  }

  async function refuse(turn: Turn, me: Loaded<Person> | undefined, error: unknown): Promise<void> {
    const text = sentenceFor(error, me?.data.locale ?? 'vi');
    if (!(error instanceof Refusal) || me === undefined) return present.sentence(turn, me, text);
    const { show: page, typed } = error;
    try {
      await present.page(turn, me, {
        page,
        banner: { tone: 'attention', text },
        ...(typed === undefined ? {} : { typed }),
      });
    } catch (cause) {
      deps.log.error({ err: cause, page: page.page }, 'the way back of a refusal cannot be shown');
      await present.sentence(turn, me, text);
    }
  }

  /** Every refusal says what is wrong and what to do; what we did not foresee gets a reference that the log has too. */
  function sentenceFor(cause: unknown, locale: Locale): string {
    const t = deps.texts(locale);
    // An id that no document can have, met while a page was composed: a forged card.
    const error = cause instanceof StoreError && cause.code === 'BadId' ? new CodedError('BAD_CARD') : cause;
    // A code without a sentence is for whoever runs the bot.
    if (error instanceof CodedError && t.has(`errors.${error.code}`)) {
      deps.log.info({ code: error.code }, 'refused');
      return t.t('errors.withCode', { text: t.t(`errors.${error.code}`, error.facts), code: error.code });
    }
    const reference = deps.newId().slice(-8);
    deps.log.error({ err: error, reference }, 'turn failed');
    return t.t(`errors.${failureOf(error)}`, { reference });
  }
}

/** Whether anything was written is not known when the store is away: then nobody may say that nothing was. */
function failureOf(error: unknown): 'STORE_UNAVAILABLE' | 'STORE_TOO_NEW' | 'INTERNAL' {
  const code = error instanceof StoreError ? error.code : undefined;
  return code === 'Unavailable' ? 'STORE_UNAVAILABLE' : code === 'TooNew' ? 'STORE_TOO_NEW' : 'INTERNAL';
}
