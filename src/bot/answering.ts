import type { TurnContext } from 'botbuilder';
import { CodedError } from '../domain/errors.ts';
import { type Answer, Refusal } from '../pipeline/answer.ts';
import type { Ctx } from '../pipeline/context.ts';
import { type OfficeOf, textsOf } from '../pipeline/machine.ts';
import { inTurn } from '../pipeline/retry.ts';
import { keepRefused } from '../pipeline/unfinished.ts';
import type { Banner } from '../ports/pages.ts';
import type { Texts } from '../ports/texts.ts';
import { type Person, personRecord } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import { type Arrival, arrive } from './arrive.ts';
import { type ByEmailDeps, createByEmail } from './by-email.ts';
import type { Dispatch } from './dispatch.ts';
import { isByItself, whose } from './incoming.ts';
import { type Known, notInRoster, whoIs } from './people.ts';
import { createPresenter, type PresenterDeps, type Said } from './present.ts';
import { createRecently } from './recently.ts';
import { answerWithError, answerWithText } from './reply.ts';
import { createSentences, refusalOf } from './sentences.ts';
import { isFilledIn, toldBy } from './told.ts';

export interface AnsweringDeps extends PresenterDeps, Pick<ByEmailDeps, 'messenger'> {
  readonly officeOf: OfficeOf;
  readonly dispatch: Dispatch;
}

/** What came of an activity: `failed` is a fault of ours or of the store, `ignored` asked for nothing. */
export type TurnOutcome = 'answered' | 'refused' | 'failed' | 'ignored';

const strangersToldEveryMs = 60_000;
/** What is said to whoever no roster names, or may name. */
const toStrangers = new Set(['NOT_IN_ROSTER', 'ACCOUNT_WAITING', 'ACCOUNT_NOT_KNOWN']);

/** The answer to what has come in: who is it, what do they ask. What the turn writes is written before it is answered. */
export function createAnswering({ officeOf, dispatch, messenger, ...deps }: AnsweringDeps) {
  const { machine } = deps;
  const present = createPresenter(deps);
  const byEmail = createByEmail({ machine, officeOf, messenger });
  const strangersTold = createRecently(strangersToldEveryMs, () => machine.clock.now().toMillis());

  async function take(arrival: Arrival): Promise<TurnOutcome> {
    let known: Known | undefined;
    try {
      known = (await whoIs(machine, officeOf, arrival.incoming)) ?? (await byEmail(arrival.incoming));
      if (known === undefined) throw notInRoster(arrival.incoming);
      const said = await answered(arrival, known);
      if (said !== undefined) await present.say(arrival, said);
      return 'answered';
    } catch (error) {
      return refuse(arrival, known, error);
    }
  }

  /** @returns undefined when nothing was asked */
  function answered(arrival: Arrival, known: Known): Promise<Said | undefined> {
    return inTurn(
      () => arrive(machine, known, arrival),
      async (ctx) => {
        const answer = await dispatch(ctx, arrival.incoming.asked);
        return answer && shown(arrival, ctx, answer);
      },
    );
  }

  /** The command is done: if its page cannot be shown, what was done is still said, never that nothing was changed. */
  async function shown(arrival: Arrival, ctx: Ctx, answer: Answer): Promise<Said> {
    // The command may have changed the person: their language, their reminders.
    const me = (await ctx.get(personRecord, ctx.me.id)) ?? ctx.me;
    const banner = bannerOf(ctx.texts(me.data.locale), answer);
    try {
      return await present.page(arrival, ctx, {
        me,
        page: answer.show,
        ...(banner && { banner }),
        ...(answer.typed && { typed: answer.typed }),
      });
    } catch (error) {
      if (banner === undefined && ctx.store.staged.length === 0) throw error;
      const texts = ctx.texts(me.data.locale);
      unshown(arrival, { error, page: answer.show.page, texts }, 'done, but its page cannot be shown');
      return { me, text: banner?.text ?? arrival.sentenceFor(error, texts) };
    }
  }

  function bannerOf(texts: Texts, { remark }: Answer): Banner | undefined {
    if (remark === undefined) return undefined;
    return { tone: remark.tone, text: texts.t(`banners.${remark.key}`, remark.facts) };
  }

  async function refuse(arrival: Arrival, known: Known | undefined, error: unknown): Promise<TurnOutcome> {
    const isStranger = error instanceof CodedError && toStrangers.has(error.code);
    if (isByItself(arrival.incoming)) {
      await answerWithError(arrival.context, arrival.sentenceFor(error, machine.texts('vi')));
      return refusalOf(error, machine.texts('vi')) === undefined ? 'failed' : 'refused';
    }
    // Who says nothing is told nothing: an install alone is no question.
    if (isStranger && ['installed', 'removed'].includes(arrival.incoming.asked.kind)) return 'refused';
    if (isStranger && !arrival.invoke && !strangersTold.isFirst(whose(arrival.incoming))) return 'refused';
    const said = known === undefined || isStranger ? undefined : await refused(arrival, known, error);
    const texts = known === undefined ? machine.texts('vi') : textsOf(machine, known.office)('vi');
    await present.say(arrival, said ?? { me: undefined, text: arrival.sentenceFor(error, texts) });
    return refusalOf(error, texts) === undefined ? 'failed' : 'refused';
  }

  /** Nothing that the command decided is written; what the person typed, that they wrote to us, and how they are reached, is. */
  async function refused(arrival: Arrival, known: Known, error: unknown): Promise<Said | undefined> {
    let me: Loaded<Person> | undefined;
    try {
      return await inTurn(
        () => arrive(machine, known, arrival),
        async (ctx) => {
          me = ctx.me;
          const { asked } = arrival.incoming;
          if (asked.kind === 'verb') await keepRefused(ctx, asked.data);
          const text = arrival.sentenceFor(error, ctx.texts(ctx.me.data.locale));
          return error instanceof Refusal ? wayBack(arrival, ctx, { error, text }) : { me, text };
        },
      );
    } catch (cause) {
      arrival.log.error({ err: cause }, 'a refusal left no trace');
      return me && { me, text: arrival.sentenceFor(error, textsOf(machine, known.office)(me.data.locale)) };
    }
  }

  async function wayBack(arrival: Arrival, ctx: Ctx, { error, text }: { error: Refusal; text: string }): Promise<Said> {
    const { show: page, typed } = error;
    const { me } = ctx;
    // What was filled in stands on the card still: to be put right there, and not on a second form below.
    if (isFilledIn(arrival.incoming) && (await toldBy(ctx, arrival)) !== undefined) return { me, text };
    try {
      const banner = { tone: 'attention', text } as const;
      return await present.page(arrival, ctx, { me, page, banner, ...(typed === undefined ? {} : { typed }) });
    } catch (cause) {
      const texts = ctx.texts(me.data.locale);
      unshown(arrival, { error: cause, page: page.page, texts }, 'the way back of a refusal cannot be shown');
      return { me, text };
    }
  }

  const sentenceFor = createSentences({ log: machine.log, reference: () => machine.newId().slice(-8) });
  /** Before it is known who asks; a click is answered in the exchange it came by. */
  const say = (context: TurnContext, error: unknown) =>
    answerWithText(context, sentenceFor(error, machine.texts('vi')));

  return { take, refuse, say };
}

interface Unshown {
  readonly error: unknown;
  readonly page: string;
  readonly texts: Texts;
}

/** That there is nothing to show is no fault: what the card leads to may be gone, never have been the clicker's, or be made up. */
function unshown({ log }: Arrival, { error, page, texts }: Unshown, what: string): void {
  const refusal = refusalOf(error, texts);
  if (refusal === undefined) log.error({ err: error, page }, what);
  else log.warn({ code: refusal.code, page }, what);
}
