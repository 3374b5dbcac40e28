import { z } from 'zod';
import { oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { mayForward, mayForwardSome } from '../../domain/policy/award.ts';
import { boundsFor } from '../../model/council/chain.ts';
import { awaiting, nextSequence, ownLevel } from '../../model/council/decisions.ts';
import { parentLevel } from '../../model/council/levels.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { isWrong, numberTaken, type Paper, readPaper, typedAgain } from '../../model/council/signed-paper.ts';
import { submissionsOf } from '../../model/council/submissions.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { moveInSteps } from '../../model/dossier/move-in-steps.ts';
import { candidateOf, type Nominee, revOf } from '../../model/dossier/nominees.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { tickDone } from '../../model/round/tick.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, version } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import { type Submission, submissionId, submissionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { roundId } from '../../records/round.ts';
import { decideForwarding, decideShow } from './refs.ts';

/** Number and date of the paper (tờ trình), under the names that all forms of papers use. */
export const typedPaper = {
  number: z.string().default(''),
  issuedOn: z.string().default(''),
  sameNumber: z.string().default(''),
};
export const forwardDossiersInput = z.strictObject({
  round: z.string().default(''),
  rev: version,
  ...typedPaper,
  confirm: confirmation,
});

/**
 * Records that the dossiers for the parent department were sent there, with which paper: those of its level, and the director's
 * own case, which the director neither decides nor sends. The candidates are told. What a run that was cut off left behind goes with the same
 * number and date into the same submission.
 */
export async function forwardDossiers(ctx: Ctx, input: z.infer<typeof forwardDossiersInput>): Promise<Answer> {
  const { actor } = ctx;
  requireMay(ctx, mayForwardSome, 'DECIDE_ONLY');
  const round = await roundOf(ctx, input.round);
  const key = round.data.round;
  const back = decideShow.ref({ round: key });
  const { forward } = await awaiting(ctx, key);
  const mine = forward.filter((nominee) => mayForward(actor, candidateOf(nominee)));
  if (input.confirm && input.rev !== revOf(mine)) {
    // A second click of the same person finds everything gone already.
    const last = await lastChange(ctx, roundId(key));
    if (mine.length === 0 && last.actor === ctx.me.id) return show(back, good('award.forwardedAll'));
    throw new Refusal('ALREADY_DONE', { facts: last, show: back });
  }
  if (mine.length === 0) {
    throw new Refusal(forward.length > 0 ? 'DECIDE_OWN_CASE' : 'DECIDE_NOTHING', { show: back });
  }
  const form = decideForwarding.ref({ round: key });
  if (!input.confirm) return show(form);
  const { zone } = await roundPlan(ctx, round);
  const dossiers = mine.map(({ nomination }) => nomination);
  const bounds = await boundsFor(ctx, 'submission', { round, zone, at: ctx.at, dossiers });
  const paper = readPaper(input, bounds, { wrong: 'SUBMISSION_DATE' });
  const typed = { number: input.number, issuedOn: input.issuedOn, sameNumber: input.sameNumber };
  if (isWrong(paper)) throw refusalOf(paper.problems, { show: form, typed });
  const all = await submissionsOf(ctx, key);
  const same = all.find(({ data }) => data.number === paper.number && data.sentOn === paper.issuedOn);
  const except = same === undefined ? [] : [same.id];
  const taken = await numberTaken(ctx, { paper, typed: input, register: 'submission', except });
  if (taken !== undefined) throw refusalOf([taken], { show: form, typed: typedAgain(typed, taken) });

  submit(ctx, { round: key, all, same, paper, mine });
  const level = await parentLevel(ctx, round);
  await moveInSteps(ctx, mine, {
    command: 'decide.forward',
    subject: roundId(key),
    move: 'forward',
    with: ({ council }) => (council?.level === ownLevel ? { council: { ...council, level } } : {}),
  });
  ctx.commit({ command: 'decide.forward', subject: roundId(key), changes: [refreshRound(ctx, key)] });
  ctx.ride(await tickDone(ctx, round, ['councilReport', 'toSo']));
  return show(back, good('award.forwarded', { dossiers: mine.length, number: paper.number }));
}

interface Submitting {
  readonly round: string;
  readonly all: readonly Loaded<Submission>[];
  readonly same: Loaded<Submission> | undefined;
  readonly paper: Paper;
  readonly mine: readonly Nominee[];
}

/** The submission and the word of it to its candidates: whatever becomes of the steps, nobody it names goes untold. */
function submit(ctx: Ctx, { round, all, same, paper, mine }: Submitting): void {
  const sequence = same?.data.sequence ?? nextSequence(all);
  const id = submissionId(round, sequence);
  const rev = (same?.rev ?? 0) + 1;
  const data: Submission = {
    round,
    sequence,
    nominations: [...new Set([...(same?.data.nominations ?? []), ...mine.map(({ nomination }) => nomination.id)])],
    number: paper.number,
    sentOn: paper.issuedOn,
    recorded: { by: ctx.me.id, at: stamp(ctx.at) },
  };
  const told = {
    cause: `forwarded:${id}@${rev}`,
    kind: 'forwarded',
    audience: { kind: 'everyone' } as const,
    params: { submission: id },
    startedBy: ctx.me.id,
  };
  ctx.commit({
    command: 'decide.forward',
    subject: id,
    facts: { dossiers: String(mine.length) },
    changes: [
      put(submissionRecord, { ...ctx.scope, id }, same, data),
      oweRefresh(ctx.scope, ctx.at, id, `${rev}`),
      oweSpread(ctx.scope, ctx.at, told),
    ],
  });
}
