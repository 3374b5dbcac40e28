import { DateTime } from 'luxon';
import { z } from 'zod';
import { answerState } from '../../domain/dossier/criteria.ts';
import { CodedError } from '../../domain/errors.ts';
import { formatAmount } from '../../domain/text/format.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { assessmentOf, type Dossier } from '../../model/dossier/dossier.ts';
import { idsOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { nameOf } from '../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import { type Assessment, assessmentId, assessmentRecord, rating } from '../../records/assessment.ts';
import type { PageRef } from '../../records/message.ts';
import { allowedRatings, criterionOf } from './criterion.ts';
import { assessCriterion, assessOverview } from './refs.ts';

export const maxWords = 4_000;
export const maxReason = 1_000;
/** More than this would not fit the card that gives it back; the sender's own card still holds it. */
const maxReturned = 10_000;

export const saveAnswerInput = z.strictObject({
  ...whose,
  criterion: z.string(),
  /** `at` of the answer that the card showed; empty when there was none. */
  base: z.string().default(''),
  rating: z.union([rating, z.literal('')]).default(''),
  words: z.string().default(''),
  reason: z.string().default(''),
  goTo: z.enum(['stay', 'next', 'overview']).default('stay'),
});
type Input = z.infer<typeof saveAnswerInput>;
type Stored = Assessment['answers'][string];

/** Keeps one criterion's answer, finished or not. Never overwrites what another device or person saved meanwhile. */
export async function saveAnswer(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  const criterion = criterionOf(dossier, input.criterion);
  requireWritable(dossier, ctx.at);
  const typed = { rating: input.rating, words: tidy(input.words), reason: tidy(input.reason) };
  const form: PageRef = assessCriterion.ref({ ...idsOf(dossier), criterion: criterion.id });
  if (typed.rating !== '' && !allowedRatings(dossier.plan, criterion).includes(typed.rating)) {
    throw new Refusal('RATING_NOT_ALLOWED', { show: form, typed: { ...typed, rating: '', base: input.base } });
  }
  refuseTooLong(typed, { form, base: input.base });

  const stored = dossier.assessment?.data.answers[criterion.id];
  if (isSame(stored, typed)) return onwards(dossier, input, stored);
  if (input.base !== (stored?.at ?? '')) {
    const by = await nameOf(ctx, stored?.by ?? '');
    const at = DateTime.fromISO(stored?.at ?? '', { zone: dossier.plan.zone });
    throw new Refusal('ANSWER_CHANGED', { facts: { by, at }, show: { ...form, page: 'assess.conflict' }, typed });
  }
  const answer = {
    ...typed,
    rating: typed.rating === '' ? null : typed.rating,
    at: after(stored, ctx.at),
    by: ctx.me.id,
  };
  await keep(ctx, dossier, { criterion: criterion.id, answer });
  return onwards(dossier, input, answer);
}

function refuseTooLong(typed: { words: string; reason: string }, back: { form: PageRef; base: string }): void {
  const over = [
    { field: 'words', max: maxWords, count: [...typed.words].length },
    { field: 'reason', max: maxReason, count: [...typed.reason].length },
  ].find(({ count, max }) => count > max);
  if (over === undefined) return;
  const facts = { count: formatAmount(over.count), max: formatAmount(over.max) };
  if (over.count > maxReturned) throw new CodedError('TEXT_TOO_LONG', facts);
  throw new Refusal('TEXT_TOO_LONG', { facts, show: back.form, typed: { ...typed, base: back.base } });
}

const isSame = (stored: Stored | undefined, typed: { rating: string; words: string; reason: string }): boolean =>
  (stored?.rating ?? '') === typed.rating &&
  (stored?.words ?? '') === typed.words &&
  (stored?.reason ?? '') === typed.reason;

/** Strictly later than the answer before it, also when a clock is behind: `at` is what tells two versions apart. */
function after(stored: Stored | undefined, at: DateTime): string {
  const earliest = stored === undefined ? at : DateTime.fromISO(stored.at).plus({ milliseconds: 1 });
  return stamp(DateTime.max(at, earliest));
}

async function keep(ctx: Ctx, dossier: Dossier, change: { criterion: string; answer: Stored }): Promise<void> {
  const before = assessmentOf(dossier);
  const answers = { ...before.answers, [change.criterion]: change.answer };
  const isWhole = dossier.criteria.every(({ id }) => answerState(answers[id]) === 'complete');
  const id = assessmentId(before.round, before.candidate.id);
  ctx.commit({
    command: 'assess.save',
    subject: id,
    facts: { criterion: change.criterion, rating: change.answer.rating ?? '' },
    changes: [
      put(assessmentRecord, { ...ctx.scope, id }, dossier.assessment, {
        ...before,
        answers,
        finishedAt: isWhole ? before.finishedAt : null,
      }),
      refreshed(ctx, dossier),
    ],
  });
}

function onwards(dossier: Dossier, input: Input, answer: Stored | undefined): Answer {
  const ids = idsOf(dossier);
  const state = answerState(answer);
  const remark = answer === undefined ? undefined : good(`assess.saved.${state}`, { criterion: input.criterion });
  const place = dossier.criteria.findIndex(({ id }) => id === input.criterion);
  const next =
    input.goTo === 'stay' ? input.criterion : input.goTo === 'next' ? dossier.criteria[place + 1]?.id : undefined;
  return next === undefined
    ? show(assessOverview.ref(ids), remark)
    : show(assessCriterion.ref({ ...ids, criterion: next }), remark);
}
