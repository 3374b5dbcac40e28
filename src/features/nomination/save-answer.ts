import { DateTime } from 'luxon';
import { z } from 'zod';
import { answerState } from '../../domain/dossier/criteria.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { assessmentOf, type Dossier } from '../../model/dossier/dossier.ts';
import { idsOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { nameOf } from '../../model/people/people.ts';
import { type Answer, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { assessmentId, rating } from '../../records/assessment.ts';
import {
  answersFrom,
  changedAnswers,
  firstOutdated,
  requireKeepable,
  savedRemark,
  type TypedAnswer,
} from './answers.ts';
import { criterionOf } from './criterion.ts';
import { assessConflict, assessCriterion, assessOverview, evidenceList } from './refs.ts';
import { type StoredAnswer, writeAssessment } from './write-assessment.ts';

export const saveAnswerInput = z.strictObject({
  ...whose,
  criterion: z.string(),
  /** What the card showed of the answer; empty when there was none. */
  base: z.string().default(''),
  rating: z.union([rating, z.literal('')]).default(''),
  words: z.string().default(''),
  reason: z.string().default(''),
  goTo: z.enum(['stay', 'next', 'overview', 'evidence']).default('stay'),
});
type Input = z.infer<typeof saveAnswerInput>;

/** Keeps one criterion's answer, finished or not. Never overwrites what another device or person saved meanwhile. */
export async function saveAnswer(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  const criterion = criterionOf(dossier, input.criterion);
  requireWritable(dossier, ctx.at);
  const typed = { rating: input.rating, words: tidy(input.words), reason: tidy(input.reason) };
  const answer: TypedAnswer = { ...typed, rating: input.rating || null, criterion, base: input.base };
  const ids = { ...idsOf(dossier), criterion: criterion.id };
  const form = { show: assessCriterion.ref(ids), typed: { ...typed, base: input.base }, room: 10_000 };
  requireKeepable(dossier, [answer], form);

  const changed = changedAnswers(dossier, [answer]);
  const stored = dossier.assessment?.data.answers[criterion.id];
  if (changed.length === 0) return onwards(dossier, input, stored);
  const outdated = firstOutdated(dossier, changed);
  if (outdated !== undefined) {
    const by = await nameOf(ctx, outdated.by);
    const at = DateTime.fromISO(outdated.at, { zone: dossier.plan.zone });
    throw new Refusal('ANSWER_CHANGED', { facts: { by, at }, show: assessConflict.ref(ids), typed });
  }
  const answers = answersFrom(ctx, dossier, changed);
  const { round, candidate } = assessmentOf(dossier);
  ctx.commit({
    command: 'assess.save',
    subject: assessmentId(round, candidate.id),
    facts: { criterion: criterion.id, rating: input.rating },
    changes: [...writeAssessment(ctx, dossier, { answers }), refreshed(ctx, dossier)],
  });
  return onwards(dossier, input, answers[criterion.id]);
}

/** On to the next criterion only from one that is done; whoever leaves, leaves. */
function onwards(dossier: Dossier, { goTo, criterion }: Input, answer: StoredAnswer | undefined): Answer {
  const ids = idsOf(dossier);
  const isDone = answerState(answer) === 'complete';
  const isLeft = answer === undefined && (goTo === 'overview' || goTo === 'evidence');
  const remark = isLeft ? undefined : savedRemark(criterion, answer);
  if (goTo === 'evidence') return show(evidenceList.ref(ids), remark);
  const place = dossier.criteria.findIndex(({ id }) => id === criterion);
  const after = dossier.criteria[place + 1]?.id;
  const next = goTo === 'overview' ? undefined : goTo === 'next' && isDone ? after : criterion;
  return next === undefined
    ? show(assessOverview.ref(ids), remark)
    : show(assessCriterion.ref({ ...ids, criterion: next }), remark);
}
