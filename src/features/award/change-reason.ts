import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayRecordDecision } from '../../domain/policy/award.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { isWrong } from '../../model/council/signed-paper.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, revision, showsNow } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { decisionRecord } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { readReason } from './read-reason.ts';
import { decideCase, decideReason } from './refs.ts';

export const changeReasonInput = z.strictObject({
  nomination: z.string(),
  rev: revision,
  reason: z.string().default(''),
});

/** The reason that one candidate who is not commended will read, in place of the one that all got; until it is published. */
export async function changeReason(ctx: Ctx, input: z.infer<typeof changeReasonInput>): Promise<Answer> {
  requireMay(ctx, mayRecordDecision, 'DECIDE_OFFICE_ONLY');
  const nomination = await ctx.get(nominationRecord, input.nomination);
  if (nomination === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const { state, candidate, departmentId, decision, declineReason } = nomination.data;
  if (isOwn(ctx.actor, { ...candidate, departmentId })) throw new CodedError('DECIDE_OWN_ANSWER');
  const here = decideCase.ref({ nomination: nomination.id });
  const read = readReason(input.reason);
  const done = show(here, good('award.reasonChanged'));
  if (state === 'declined' && 'reason' in read && read.reason === declineReason) return done;
  const settledBy = decision === null ? undefined : await ctx.get(decisionRecord, decision);
  if (state !== 'declined' || settledBy?.data.published !== null || !showsNow(input.rev, nomination)) {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, nomination.id), show: here });
  }
  if (isWrong(read)) {
    const form = decideReason.ref({ ask: 'decline', id: nomination.id });
    throw refusalOf(read.problems, { show: form, typed: { reason: input.reason } });
  }
  ctx.commit({
    command: 'decide.reason',
    subject: nomination.id,
    changes: [
      replace(nominationRecord, nomination, { ...nomination.data, declineReason: read.reason }),
      oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
    ],
  });
  return done;
}
