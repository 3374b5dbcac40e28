import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayRecordDecision } from '../../domain/policy/award.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { decisionsOf, nextSequence } from '../../model/council/decisions.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, revision, showedBefore, showsNow } from '../../pipeline/inputs.ts';
import { create, replace } from '../../ports/documents.ts';
import { type Decision, decisionId, decisionRecord } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { tellConcerned } from './concerned.ts';
import { decideRevocation, decideRevoking, decideShow, resultsRevoked } from './refs.ts';
import { readPaper, readReason } from './signed-paper.ts';
import { refreshRound } from './write-steps.ts';

export const revokeAwardInput = z.strictObject({
  nomination: z.string(),
  rev: revision,
  number: z.string().default(''),
  issuedOn: z.string().default(''),
  reason: z.string().default(''),
  confirm: confirmation,
});
type Input = z.infer<typeof revokeAwardInput>;

/** Records a signed decision that cancels an award and takes back certificate and bonus; the person concerned is told. */
export async function revokeAward(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayRecordDecision, 'DECIDE_OFFICE_ONLY');
  const nomination = await ctx.get(nominationRecord, input.nomination);
  if (nomination === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const { state, candidate, departmentId, decision: givenBy } = nomination.data;
  if (isOwn(ctx.actor, { ...candidate, departmentId })) throw new CodedError('DECIDE_OWN_ANSWER');
  const round = await roundOf(ctx, nomination.data.round);
  const key = round.data.round;
  const back = decideShow.ref({ round: key });
  const last = await lastChange(ctx, nomination.id);
  if (state === 'revoked' && last.actor === ctx.me.id && showedBefore(input.rev, nomination) && input.confirm) {
    return show(decideShow.ref(back.params), good('award.revoked'));
  }
  if (state !== 'awarded' || givenBy === null || !showsNow(input.rev, nomination)) {
    throw new Refusal(state === 'revoked' || state === 'awarded' ? 'ALREADY_DONE' : 'WRONG_STATE', {
      facts: last,
      show: back,
    });
  }
  const form = decideRevocation.ref({ nomination: nomination.id });
  const typed = { number: input.number, issuedOn: input.issuedOn, reason: input.reason };
  const { zone } = await roundPlan(ctx, round);
  const paper = readPaper(input, { openedAt: round.data.opened.at, at: ctx.at, zone });
  if ('code' in paper) throw new Refusal(paper.code, { facts: paper.facts, show: form, typed });
  const read = readReason(input.reason);
  if ('code' in read) throw new Refusal(read.code, { facts: read.facts, show: form, typed });
  if (!input.confirm) {
    return show(
      decideRevoking.ref({
        nomination: nomination.id,
        rev: input.rev,
        ...paper,
        reason: read.reason,
      }),
    );
  }
  const sequence = nextSequence(await decisionsOf(ctx, key));
  const id = decisionId(key, sequence);
  const data: Decision = {
    round: key,
    sequence,
    kind: 'revocation',
    level: nomination.data.council?.level ?? nomination.data.level,
    nominations: [nomination.id],
    reason: read.reason,
    agreed: null,
    ...paper,
    published: null,
  };
  const told = { ...nomination.data, state: moved(state, 'revoke'), decision: id };
  const given = await ctx.get(decisionRecord, givenBy);
  // Nobody was told of an award that was never published.
  const isKnown = given !== undefined && given.data.published !== null;
  const tell = await tellConcerned(ctx, {
    nomination: told,
    kind: 'results.revoked',
    show: resultsRevoked.ref({ decision: id }),
    subject: id,
    rev: 1,
    urgent: true,
  });
  const changes = [
    create(decisionRecord, ctx.scope, id, data),
    replace(nominationRecord, nomination, told),
    oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
    // The published list no longer names the candidate.
    oweRefresh(ctx.scope, ctx.at, givenBy, ctx.newId()),
    refreshRound(ctx, key),
    ...(isKnown ? tell : []),
  ];
  ctx.commit({ command: 'decide.revoke', subject: nomination.id, changes });
  return show(decideShow.ref(back.params), good('award.revoked'));
}
