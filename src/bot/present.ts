import { noticeCard } from '../../cards/start/notice.ts';
import { composeOwed } from '../delivery/send/compose-owed.ts';
import { stampCard } from '../delivery/send/stamp-card.ts';
import { CodedError } from '../domain/errors.ts';
import { beginning } from '../domain/text/vietnamese.ts';
import { stampCameUp } from '../pipeline/just-opened.ts';
import type { Office } from '../pipeline/machine.ts';
import { inForce } from '../pipeline/open-turn.ts';
import type { PageBook } from '../pipeline/pages.ts';
import { retryOnce } from '../pipeline/retry.ts';
import { beginTurn, type Turn } from '../pipeline/turn.ts';
import type { Banner, Locale, Pages, Shown, Typed, Viewer } from '../ports/pages.ts';
import type { Delivery, PageRef } from '../records/message.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Arrival } from './arrive.ts';
import { inStep, type Posted } from './in-step.ts';
import { opensNow, turnedOver, wasOpened } from './opened.ts';
import { createPostAnswer, type PostDeps } from './post-answer.ts';
import { answerWithCard, answerWithText } from './reply.ts';
import { clickOf, isFilledIn, toldBy } from './told.ts';

interface Presentation {
  readonly me: Loaded<Person>;
  readonly page: PageRef;
  readonly banner?: Banner;
  readonly typed?: Typed;
}

/** What a turn says when everything is written: a page, or a sentence. */
export type Said = { readonly me: Loaded<Person> | undefined; readonly text: string } | Page;

type Below = NonNullable<Page['below']>;

interface Page extends Pick<Posted, 'page' | 'shown' | 'composedAt'> {
  readonly me: Loaded<Person>;
  readonly office: Office;
  /** It opens below a message that stays, whose own card is sent along when something was filled in on it. */
  readonly below?: {
    readonly own: Shown | undefined;
    /** Unless the same click has opened it a moment ago. */
    readonly isPosted: boolean;
  };
}

export interface PresenterDeps extends PostDeps {
  readonly pages: PageBook;
}

/** Puts pages and sentences into the conversation a turn came from. */
export function createPresenter({ pages, ...deps }: PresenterDeps) {
  const { machine } = deps;
  const post = createPostAnswer(deps);

  /**
   * Composes a page, and has the clicked card kept in step with what it is going to show: from then on no redraw comes over the form that the
   * answer may be. A message by which we told something goes on showing its own page, and any other comes below it.
   * @throws CodedError when there is nothing to show, or the viewer is owed a reason
   */
  async function page(arrival: Arrival, acted: Turn, what: Presentation): Promise<Page> {
    const { me, page: ref, ...composition } = what;
    // A name that the command has just set is the one by which its own answer speaks.
    const turn = await inForce(machine, acted);
    const composedAt = machine.clock.now().setZone(turn.plan.zone);
    const viewer = { unit: me.unit, owner: me.id, person: me, locale: me.data.locale, at: composedAt };
    const composed = await pages.compose(turn, ref, { viewer, ...composition });
    if (composed === null) throw new CodedError('NOTHING_TO_SHOW');
    const { scope, plan, planVersion } = turn;
    const shown = arrival.invoke ? { ...composed, card: stampCameUp(composed.card, arrival.at) } : composed;
    const said = { me, page: ref, shown, composedAt, office: { scope, plan, planVersion } };
    if (!arrival.invoke) return said;
    const told = await toldBy(turn, arrival);
    if (told !== undefined && !pages.isSame(told.data.show, ref)) {
      const own = await ownCard(arrival, turn, { told, viewer });
      return { ...said, below: { own, isPosted: await opensNow(turn, clickOf(arrival.incoming)) } };
    }
    if (arrival.incoming.personal) await turnedOver(turn, arrival.incoming.messageId);
    turn.ride(await inStep(turn, inPlace(arrival, told, { owner: me.id, page: ref, shown, composedAt })));
    return told === undefined ? said : { ...said, shown: { ...shown, card: stampCard(shown.card, told.id) } };
  }

  /** Of a message that asked for something: it has been given, and the card says so. One that asked for nothing stays untouched. */
  async function ownCard(
    arrival: Arrival,
    turn: Turn,
    { told, viewer }: { told: Loaded<Delivery>; viewer: Viewer },
  ): Promise<Shown | undefined> {
    if (!isFilledIn(arrival.incoming)) return undefined;
    const { show } = told.data;
    const here = {
      compose: (...[ref, composition]: Parameters<Pages['compose']>) => pages.compose(turn, ref, composition),
    };
    const shown = await composeOwed(here, show, { viewer, redraw: true });
    if (shown === null) return undefined;
    const its = { owner: viewer.owner, page: show, shown, composedAt: viewer.at };
    turn.ride(await inStep(turn, inPlace(arrival, told, its)));
    return { ...shown, card: stampCard(shown.card, told.id) };
  }

  async function say(arrival: Arrival, said: Said): Promise<void> {
    if ('text' in said) return sentence(arrival, said.me, said.text);
    if (said.below !== undefined) return openBelow(arrival, said, said.below);
    const isLate = isTooLate(arrival);
    if (arrival.invoke && !isLate) await answerWithCard(arrival.context, said.shown);
    // What shows state is drawn into the clicked message by and by, as for whoever has it open elsewhere; a form never is.
    else if (!isLate || (arrival.incoming.personal && said.shown.asks))
      await keepInStep(arrival, said, await post(arrival, said.shown, said));
  }

  async function openBelow(arrival: Arrival, said: Page, { own, isPosted }: Below): Promise<void> {
    const t = machine.texts(said.me.data.locale);
    if (isPosted && !(await isPostedBelow(arrival, said)))
      return void (await answerWithText(arrival.context, t.t('answers.unsure')));
    if (own !== undefined) await answerWithCard(arrival.context, own);
    else await answerWithText(arrival.context, t.t('answers.below'));
  }

  /** @returns false when nobody knows whether it arrived; then, and when it throws, the next click opens it */
  async function isPostedBelow(arrival: Arrival, said: Page): Promise<boolean> {
    let activityId: string | undefined;
    try {
      activityId = await post(arrival, said.shown, said);
      return activityId !== undefined;
    } finally {
      await afterPost(arrival, said, async (turn) => {
        if (activityId !== undefined) await standsInStep(turn, arrival, { said, activityId });
        await wasOpened(turn, clickOf(arrival.incoming), activityId);
      });
    }
  }

  const keepInStep = (arrival: Arrival, said: Page, activityId = ''): Promise<void> =>
    afterPost(arrival, said, (turn) => standsInStep(turn, arrival, { said, activityId }));

  async function standsInStep(turn: Turn, { incoming }: Arrival, posted: { said: Page; activityId: string }) {
    const { me, page, shown, composedAt } = posted.said;
    const card = { incoming, owner: me.id, page, shown, composedAt, delivery: undefined, outdated: false };
    turn.ride(await inStep(turn, { ...card, activityId: posted.activityId }));
  }

  /** The answer counts; a card that is not kept in step is brought up to date by the next click on it. */
  async function afterPost(arrival: Arrival, said: Page, note: (turn: Turn) => Promise<void>): Promise<void> {
    try {
      // Redrawn in this very moment: what is stored now is looked at again.
      await retryOnce(async () => {
        const turn = beginTurn(machine, said.office, { at: said.composedAt, by: said.me.id });
        await note(turn);
        await turn.settle();
      });
    } catch (error) {
      arrival.log.error({ err: error, page: said.page.page }, 'a card is not kept in step');
    }
  }

  async function sentence(arrival: Arrival, me: Loaded<Person> | undefined, text: string): Promise<void> {
    if (arrival.invoke && !isTooLate(arrival)) {
      await answerWithText(arrival.context, text);
      return;
    }
    // In a channel everybody would read what one person is told.
    if (arrival.invoke && !arrival.incoming.personal) return;
    const locale: Locale = me?.data.locale ?? 'vi';
    const card = noticeCard(machine.texts(locale), { text, isKnown: me !== undefined });
    const notice = { card, summary: beginning(text, 120) };
    await post(arrival, notice, undefined);
  }

  return { page, say };
}

/** The clicked message as it is going to be. */
const inPlace = (
  { incoming }: Arrival,
  told: Loaded<Delivery> | undefined,
  composed: Pick<Posted, 'owner' | 'page' | 'shown' | 'composedAt'>,
): Posted => ({ ...composed, incoming, activityId: incoming.messageId, delivery: told?.id, outdated: true });

/** A click that has been told already that its work takes longer. */
const isTooLate = ({ invoke, exchange }: Arrival): boolean => invoke && exchange.over;
