import type { TurnContext } from 'botbuilder';
import type { DateTime } from 'luxon';
import { authenticatedInstant } from '../domain/calendar.ts';
import { CodedError } from '../domain/errors.ts';
import { type Answer, Refusal } from '../features/answer.ts';
import type { Ctx, Deps } from '../features/context.ts';
import type { Locale, Pages, Typed, Viewer } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Dispatch } from './dispatch.ts';
import { type Incoming, readIncoming } from './incoming.ts';
import { rememberAddress, whoIs } from './people.ts';
import { answerWithCard, answerWithText, asActivity, keepInStep } from './reply.ts';

export interface TurnDeps {
  readonly deps: Deps;
  readonly pages: Pages;
  readonly dispatch: Dispatch;
}

interface Turn {
  readonly context: TurnContext;
  readonly incoming: Incoming;
  readonly now: DateTime;
  readonly invoke: boolean;
}

/** One activity from Teams: who is it, what do they ask, what is the answer. */
export function createTurn({ deps, pages, dispatch }: TurnDeps) {
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
    try {
      me = await whoIs(deps, incoming);
      if (me === undefined) return await refuseStranger(turn);
      if (incoming.personal) await rememberAddress(deps, incoming, me, now);
      const answer = await dispatch(contextOf(turn, me), incoming.asked);
      if (answer !== undefined) await reply(turn, me, answer);
    } catch (error) {
      await refuse(turn, me, error);
    }
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

  async function refuseStranger(turn: Turn): Promise<void> {
    // Who says nothing is told nothing: an install alone is no question.
    if (['nothing', 'installed', 'removed'].includes(turn.incoming.asked.kind)) return;
    throw new CodedError('NOT_IN_ROSTER');
  }

  async function reply(turn: Turn, me: Loaded<Person>, answer: Answer): Promise<void> {
    const locale = (await whoIs(deps, turn.incoming))?.data.locale ?? me.data.locale;
    const remark = answer.remark;
    const banner =
      remark === undefined
        ? undefined
        : { tone: remark.tone, text: deps.texts(locale).t(`banners.${remark.key}`, remark.facts) };
    await present(turn, me, { page: answer.show, ...(banner === undefined ? {} : { banner }) });
  }

  async function present(
    turn: Turn,
    me: Loaded<Person>,
    what: {
      page: PageRef;
      banner?: { tone: 'good' | 'warning' | 'attention' | 'accent'; text: string };
      typed?: Typed;
    },
  ): Promise<void> {
    const { incoming, now } = turn;
    const viewer: Viewer = { owner: me.id, person: me, locale: me.data.locale, at: now };
    const { page, ...with_ } = what;
    const shown = await pages.compose(page, { viewer, ...with_ });
    if (shown === null) throw new CodedError('NOTHING_TO_SHOW');
    const posted = { store: deps.store, scope: deps.scope, incoming, owner: me.id, page, shown, now };
    if (turn.invoke) {
      await answerWithCard(turn.context, shown);
      await keepInStep({ ...posted, activityId: incoming.messageId, outdated: true });
    } else {
      const sent = await turn.context.sendActivity(asActivity(shown));
      await keepInStep({ ...posted, activityId: sent?.id ?? '', outdated: false });
    }
    deps.wake();
  }

  /** Every refusal says what is wrong and what to do; what we did not foresee gets a reference that the log has too. */
  async function refuse(turn: Turn, me: Loaded<Person> | undefined, error: unknown): Promise<void> {
    const locale: Locale = me?.data.locale ?? 'vi';
    const text = sentence(error, locale);
    if (error instanceof Refusal && me !== undefined) {
      await present(turn, me, {
        page: error.show,
        banner: { tone: 'attention', text },
        ...(error.typed === undefined ? {} : { typed: error.typed }),
      });
      return;
    }
    if (turn.invoke) {
      await answerWithText(turn.context, text);
      return;
    }
    const owner = me?.id ?? '';
    const notice = await pages.compose(
      { page: 'start.notice', params: { text } },
      { viewer: { owner, locale, at: turn.now } },
    );
    if (notice !== null) await turn.context.sendActivity(asActivity(notice));
  }

  function sentence(error: unknown, locale: Locale): string {
    const t = deps.texts(locale);
    if (error instanceof CodedError) {
      deps.log.info({ code: error.code }, 'refused');
      return t.t('errors.withCode', { text: t.t(`errors.${error.code}`, error.facts), code: error.code });
    }
    const reference = deps.newId().slice(-8);
    deps.log.error({ err: error, reference }, 'turn failed');
    return t.t('errors.INTERNAL', { reference });
  }
}
