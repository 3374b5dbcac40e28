import { noticeCard } from '../../cards/start/notice.ts';
import { owe } from '../delivery/owe/owe.ts';
import type { Pace } from '../delivery/send/pace.ts';
import { CodedError } from '../domain/errors.ts';
import { beginning } from '../domain/text/vietnamese.ts';
import type { Machine, Office } from '../pipeline/machine.ts';
import type { PageBook } from '../pipeline/pages.ts';
import { retryOnce } from '../pipeline/retry.ts';
import { beginTurn, type Turn } from '../pipeline/turn.ts';
import type { Message } from '../ports/messenger.ts';
import type { Banner, Locale, Typed } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Arrival } from './arrive.ts';
import { inStep, type Posted } from './in-step.ts';
import { answerWithCard, answerWithText, asActivity } from './reply.ts';

interface Presentation {
  readonly me: Loaded<Person>;
  readonly page: PageRef;
  readonly banner?: Banner;
  readonly typed?: Typed;
}

/** What a turn says when everything is written: a page, or a sentence. */
export type Said = { readonly me: Loaded<Person> | undefined; readonly text: string } | Page;

interface Page extends Pick<Posted, 'page' | 'shown' | 'composedAt'> {
  readonly me: Loaded<Person>;
  readonly office: Office;
}

/** Answers of Teams that say for certain: not sent, try again. */
const notSent = new Set([412, 429, 503]);

export interface PresenterDeps {
  readonly machine: Machine;
  readonly pages: PageBook;
  readonly pace: Pick<Pace, 'reply'>;
}

/** Puts pages and sentences into the conversation a turn came from. */
export function createPresenter({ machine, pages, pace }: PresenterDeps) {
  /**
   * Composes a page, and has the clicked card kept in step with it: from then on no redraw comes over the form that the answer may be.
   * @throws CodedError when there is nothing to show, or the viewer is owed a reason
   */
  async function page(arrival: Arrival, turn: Turn, what: Presentation): Promise<Page> {
    const { me, page: ref, ...composition } = what;
    const composedAt = machine.clock.now().setZone(turn.plan.zone);
    const viewer = { unit: me.unit, owner: me.id, person: me, locale: me.data.locale, at: composedAt };
    const shown = await pages.compose(turn, ref, { viewer, ...composition });
    if (shown === null) throw new CodedError('NOTHING_TO_SHOW');
    const { scope, plan, planVersion } = turn;
    const said = { me, page: ref, shown, composedAt, office: { scope, plan, planVersion } };
    if (arrival.invoke) turn.ride(await inStep(turn, postedAs(arrival, said, arrival.incoming.messageId)));
    return said;
  }

  async function say(arrival: Arrival, said: Said): Promise<void> {
    if ('text' in said) return sentence(arrival, said.me, said.text);
    if (arrival.invoke) await answerWithCard(arrival.context, said.shown);
    else await keepInStep(arrival, said, await post(arrival, said.shown, said));
  }

  /** The answer counts; a card that is not kept in step is brought up to date by the next click on it. */
  async function keepInStep(arrival: Arrival, said: Page, activityId: string): Promise<void> {
    try {
      // Redrawn in this very moment: what is stored now is looked at again.
      await retryOnce(async () => {
        const turn = beginTurn(machine, said.office, { at: said.composedAt, by: said.me.id });
        turn.ride(await inStep(turn, postedAs(arrival, said, activityId)));
        await turn.settle();
      });
    } catch (error) {
      machine.log.error({ err: error, page: said.page.page }, 'a card is not kept in step');
    }
  }

  async function sentence(arrival: Arrival, me: Loaded<Person> | undefined, text: string): Promise<void> {
    if (arrival.invoke) {
      await answerWithText(arrival.context, text);
      return;
    }
    const locale: Locale = me?.data.locale ?? 'vi';
    const card = noticeCard(machine.texts(locale), { text, isKnown: me !== undefined });
    const notice = { card, summary: beginning(text, 120) };
    await post(arrival, notice, undefined);
  }

  /**
   * What was asked is done; only its answer may fail here. If Teams says it was not sent, it is owed like any other message,
   * otherwise it may have arrived and is not repeated.
   */
  async function post(
    { context, incoming, now }: Arrival,
    message: Message,
    owed: { me: Loaded<Person>; page: PageRef; office: Office } | undefined,
  ): Promise<string> {
    await pace.reply(owed !== undefined && incoming.personal ? owed.me.id : incoming.conversationId);
    try {
      return (await context.sendActivity(asActivity(message)))?.id ?? '';
    } catch (error) {
      const { statusCode } = error as { statusCode?: number };
      machine.log.warn({ err: error, statusCode }, 'an answer was not delivered');
      if (owed !== undefined && incoming.personal && notSent.has(statusCode ?? 0)) {
        const { me, page: show, office } = owed;
        const turn = beginTurn(machine, office, { at: now, by: me.id });
        const answer = { to: me.id, kind: 'answer', show, subject: me.id, rev: now.toMillis(), urgent: true } as const;
        turn.ride([owe(turn.scope, now, answer)]);
        await turn.settle();
      }
      return '';
    }
  }

  return { page, say };
}

const postedAs = (
  { incoming, invoke }: Arrival,
  { me, page, shown, composedAt }: { me: Loaded<Person> } & Pick<Posted, 'page' | 'shown' | 'composedAt'>,
  activityId: string,
): Posted => ({ incoming, owner: me.id, activityId, page, shown, composedAt, outdated: invoke });
