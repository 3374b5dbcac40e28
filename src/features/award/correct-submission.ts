import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { mayForwardSome } from '../../domain/policy/award.ts';
import { boundsFor } from '../../model/council/chain.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { isWrong, numberTaken, readPaper, typedAgain } from '../../model/council/signed-paper.ts';
import { isAnswered } from '../../model/council/submissions.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, revision, showsNow } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { submissionRecord } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { typedPaper } from './forward-dossiers.ts';
import { decideSubmission, decideWaiting } from './refs.ts';

export const correctSubmissionInput = z.strictObject({ submission: z.string(), rev: revision, ...typedPaper });

/** Corrects number and date of the paper that went to the parent department, until an answer to it is published. */
export async function correctSubmission(ctx: Ctx, input: z.infer<typeof correctSubmissionInput>): Promise<Answer> {
  requireMay(ctx, mayForwardSome, 'DECIDE_ONLY');
  const submission = await ctx.get(submissionRecord, input.submission);
  if (submission === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const { data } = submission;
  const round = await roundOf(ctx, data.round);
  const { zone } = await roundPlan(ctx, round);
  const dossiers = [...(await ctx.getMany(nominationRecord, data.nominations)).values()];
  const bounds = await boundsFor(ctx, 'submission', { round, zone, at: ctx.at, dossiers });
  const paper = readPaper(input, bounds, { wrong: 'SUBMISSION_DATE' });
  const back = decideWaiting.ref({ round: data.round });
  const done = show(back, good('award.submissionCorrected'));
  if ('number' in paper && paper.number === data.number && paper.issuedOn === data.sentOn) return done;
  if (!showsNow(input.rev, submission) || (await isAnswered(ctx, data))) {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, submission.id), show: back });
  }
  const form = decideSubmission.ref({ submission: submission.id });
  const typed = { number: input.number, issuedOn: input.issuedOn, sameNumber: input.sameNumber };
  if (isWrong(paper)) throw refusalOf(paper.problems, { show: form, typed });
  const taken = await numberTaken(ctx, { paper, typed: input, register: 'submission', except: [submission.id] });
  if (taken !== undefined) throw refusalOf([taken], { show: form, typed: typedAgain(typed, taken) });
  ctx.commit({
    command: 'decide.submission',
    subject: submission.id,
    facts: { from: data.number, to: paper.number },
    changes: [
      replace(submissionRecord, submission, { ...data, number: paper.number, sentOn: paper.issuedOn }),
      refreshRound(ctx, data.round),
    ],
  });
  return done;
}
