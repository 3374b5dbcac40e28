import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayRecordDecision } from '../../domain/policy/award.ts';
import { named } from '../../model/council/decisions.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { nomineesIn } from '../../model/dossier/nominees.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, revision, showsNow } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { decisionRecord } from '../../records/council.ts';
import { decideDecision, decidePaper } from './refs.ts';
import { readPaper, readReason } from './signed-paper.ts';
import { moveInSteps, refreshRound } from './write-steps.ts';

export const recordDecisionInput = z.strictObject({
  decision: z.string(),
  rev: revision,
  number: z.string().default(''),
  issuedOn: z.string().default(''),
  declineReason: z.string().default(''),
});

/**
 * Number and date of the paper that the director signed: its dossiers are awarded, and those that the council did not recommend are
 * declined beside it, with the reason that each will read. The number is written last: until then a run that was cut off is taken up again.
 */
export async function recordDecision(ctx: Ctx, input: z.infer<typeof recordDecisionInput>): Promise<Answer> {
  requireMay(ctx, mayRecordDecision, 'DECIDE_OFFICE_ONLY');
  const decision = await ctx.get(decisionRecord, input.decision);
  if (decision === undefined || decision.data.agreed === null) throw new CodedError('NOTHING_TO_SHOW');
  const round = await roundOf(ctx, decision.data.round);
  const { zone } = await roundPlan(ctx, round);
  const paper = readPaper(input, { openedAt: round.data.opened.at, at: ctx.at, zone });
  const done = show(
    decideDecision.ref({ decision: decision.id }),
    good('award.recorded', { number: input.number.trim() }),
  );
  if (decision.data.number !== '') {
    const same =
      'number' in paper && paper.number === decision.data.number && paper.issuedOn === decision.data.issuedOn;
    if (same) return done;
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, decision.id), show: done.show });
  }
  const form = decidePaper.ref({ decision: decision.id });
  if (!showsNow(input.rev, decision))
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, decision.id), show: form });
  const typed = { number: input.number, issuedOn: input.issuedOn, declineReason: input.declineReason };
  if ('code' in paper) throw new Refusal(paper.code, { facts: paper.facts, show: form, typed });
  const declined = await nomineesIn(ctx, round.data.round, 'notRecommended');
  const reason = declined.length === 0 ? { reason: '' } : readReason(input.declineReason);
  if ('code' in reason) throw new Refusal(reason.code, { facts: reason.facts, show: form, typed });

  const step = { command: 'decide.record', subject: decision.id };
  await moveInSteps(ctx, await named(ctx, decision.data), {
    ...step,
    move: 'award',
    with: () => ({ decision: decision.id }),
  });
  await moveInSteps(ctx, declined, {
    ...step,
    move: 'decline',
    with: () => ({ decision: decision.id, declineReason: reason.reason }),
  });
  ctx.commit({
    ...step,
    changes: [
      replace(decisionRecord, decision, { ...decision.data, ...paper }),
      oweRefresh(ctx.scope, ctx.at, decision.id, decision.rev + 1),
      refreshRound(ctx, round.data.round),
    ],
  });
  return done;
}
