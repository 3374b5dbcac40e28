import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayRecordDecision } from '../../domain/policy/award.ts';
import { boundsFor } from '../../model/council/chain.ts';
import { awaitsPaper, isFinal, named } from '../../model/council/decisions.ts';
import { registerOf } from '../../model/council/numbers.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { isWrong, numberTaken, type Paper, readPaper, typedAgain } from '../../model/council/signed-paper.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { moveInSteps } from '../../model/dossier/move-in-steps.ts';
import { type Nominee, nomineesIn } from '../../model/dossier/nominees.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { tickDone } from '../../model/round/tick.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, revision, showsNow } from '../../pipeline/inputs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { readReason } from './read-reason.ts';
import { recordRevocation } from './record-revocation.ts';
import { decideDecision, decidePaper } from './refs.ts';

export const recordDecisionInput = z.strictObject({
  decision: z.string(),
  rev: revision,
  number: z.string().default(''),
  issuedOn: z.string().default(''),
  sameNumber: z.string().default(''),
  declineReason: z.string().default(''),
});
type Input = z.infer<typeof recordDecisionInput>;

/**
 * Number and date of the paper that the director signed, or their correction as long as nobody was told: its dossiers are awarded, and those
 * that the council did not recommend are declined beside it; or the award that it revokes is taken back. The number is written last: until
 * then a run that was cut off is taken up again.
 */
export async function recordDecision(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayRecordDecision, 'DECIDE_OFFICE_ONLY');
  const decision = await ctx.get(decisionRecord, input.decision);
  if (decision === undefined || (decision.data.number === '' && !awaitsPaper(decision.data))) {
    throw new CodedError('NOTHING_TO_SHOW');
  }
  const { data } = decision;
  const round = await roundOf(ctx, data.round);
  const { zone } = await roundPlan(ctx, round);
  const dossiers = await named(ctx, data);
  const of = { round, zone, at: ctx.at, dossiers: dossiers.map(({ nomination }) => nomination) };
  const bounds = await boundsFor(ctx, data.kind === 'award' ? 'signed' : 'revoked', of);
  const paper = readPaper(input, bounds);
  if (data.number !== '') {
    const here = decideDecision.ref({ decision: decision.id });
    const same = 'number' in paper && paper.number === data.number && paper.issuedOn === data.issuedOn;
    if (same) return show(here, good('award.recorded', { number: data.number }));
    if (isFinal(data) || !showsNow(input.rev, decision)) {
      throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, decision.id), show: here });
    }
  }
  const back = { show: decidePaper.ref({ decision: decision.id }), typed: typedOf(input) };
  if (!showsNow(input.rev, decision)) {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, decision.id), show: back.show });
  }
  const declined = await declinedBeside(ctx, data);
  const reason = declined.length === 0 ? { reason: '' } : readReason(input.declineReason);
  if (isWrong(paper)) throw refusalOf([...paper.problems, ...(isWrong(reason) ? reason.problems : [])], back);
  if (isWrong(reason)) throw refusalOf(reason.problems, back);
  const taken = await numberTaken(ctx, { paper, typed: input, register: registerOf(data), except: [decision.id] });
  if (taken !== undefined) throw refusalOf([taken], { ...back, typed: typedAgain(back.typed, taken) });
  if (data.kind === 'revocation') return recordRevocation(ctx, { decision, dossiers, paper });
  return recordAward(ctx, { decision, round, dossiers, paper, declined, reason: reason.reason });
}

const typedOf = ({ number, issuedOn, sameNumber, declineReason }: Input) => ({
  number,
  issuedOn,
  sameNumber,
  declineReason,
});

/** Those whom the council did not recommend are declined beside the first decision of the unit that is recorded after. */
export const declinedBeside = async (turn: Turn, { kind, number, round }: Decision): Promise<Nominee[]> =>
  kind === 'award' && number === '' ? nomineesIn(turn, round, 'notRecommended') : [];

interface Award {
  readonly decision: Loaded<Decision>;
  readonly round: Loaded<Round>;
  readonly dossiers: readonly Nominee[];
  readonly paper: Paper;
  readonly declined: readonly Nominee[];
  readonly reason: string;
}

async function recordAward(ctx: Ctx, { decision, round, dossiers, paper, declined, reason }: Award): Promise<Answer> {
  const isCorrection = decision.data.number !== '';
  const step = { command: 'decide.record', subject: decision.id };
  if (!isCorrection) {
    await moveInSteps(ctx, dossiers, { ...step, move: 'award', with: () => ({ decision: decision.id }) });
    const told = { decision: decision.id, declineReason: reason };
    await moveInSteps(ctx, declined, { ...step, move: 'decline', with: () => told });
  }
  ctx.commit({
    ...step,
    facts: { from: decision.data.number, to: paper.number },
    changes: [
      replace(decisionRecord, decision, { ...decision.data, number: paper.number, issuedOn: paper.issuedOn }),
      oweRefresh(ctx.scope, ctx.at, decision.id, decision.rev + 1),
      refreshRound(ctx, decision.data.round),
    ],
  });
  ctx.ride(await tickDone(ctx, round, ['decision']));
  const key = isCorrection ? 'award.corrected' : 'award.recorded';
  return show(decideDecision.ref({ decision: decision.id }), good(key, { number: paper.number }));
}
