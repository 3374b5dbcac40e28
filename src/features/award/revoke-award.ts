import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayAgreeRevocation, mayAskRevocation, mayRecordDecision } from '../../domain/policy/award.ts';
import {
  awaitsAgreement,
  awaitsPaper,
  decisionsOf,
  draftDecision,
  isDirectors,
  nextSequence,
  ownLevel,
} from '../../model/council/decisions.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { isWrong } from '../../model/council/signed-paper.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { officers } from '../../model/people/people.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, revision, showsNow } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { decisionId, decisionRecord } from '../../records/council.ts';
import type { Nomination } from '../../records/nomination.ts';
import { nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { readReason } from './read-reason.ts';
import { decideDecision, decideReason } from './refs.ts';

export const revokeAwardInput = z.strictObject({
  nomination: z.string(),
  rev: revision,
  reason: z.string().default(''),
  /** Not read: cards of earlier releases recorded the paper at once, which is now done once the director has agreed. */
  number: z.string().default(''),
  issuedOn: z.string().default(''),
  confirm: confirmation,
});

/**
 * Asks that an award be taken back: a decision that the director agrees to before its paper is signed, like the one that gave it. Until the
 * paper is recorded the award stands and nobody else is told.
 */
export async function revokeAward(ctx: Ctx, input: z.infer<typeof revokeAwardInput>): Promise<Answer> {
  requireMay(ctx, mayRecordDecision, 'DECIDE_OFFICE_ONLY');
  const nomination = await ctx.get(nominationRecord, input.nomination);
  if (nomination === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const { state, candidate, departmentId } = nomination.data;
  const facts = { ...candidate, departmentId };
  if (!mayAskRevocation(ctx.actor, facts)) throw new CodedError('DECIDE_OWN_ANSWER');
  const key = (await roundOf(ctx, nomination.data.round)).data.round;
  const decisions = await decisionsOf(ctx, key);
  const known = decisions.findLast(
    ({ data }) => data.kind === 'revocation' && data.nominations.includes(nomination.id),
  );
  const isOpen = known !== undefined && (awaitsAgreement(known.data) || awaitsPaper(known.data));
  if (known !== undefined && (isOpen || state === 'revoked')) {
    const here = decideDecision.ref({ decision: known.id });
    if (known.data.proposed?.by === ctx.me.id && awaitsAgreement(known.data))
      return show(here, good('award.revocationAsked'));
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, known.id), show: here });
  }
  if (state !== 'awarded') throw new CodedError('WRONG_STATE');
  const form = decideReason.ref({ ask: 'revoke', id: nomination.id });
  if (!showsNow(input.rev, nomination)) {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, nomination.id), show: form });
  }
  const read = readReason(input.reason);
  if (isWrong(read)) throw refusalOf(read.problems, { show: form, typed: { reason: input.reason } });
  const given = decisions.find((decision) => decision.id === nomination.data.decision);
  const sequence = nextSequence(decisions);
  const id = decisionId(key, sequence);
  const proposed = { by: ctx.me.id, at: stamp(ctx.at) };
  const data = draftDecision({
    round: key,
    sequence,
    kind: 'revocation',
    level: given?.data.level ?? ownLevel,
    nominations: [nomination.id],
    reason: read.reason,
    proposed,
  });
  ctx.commit({
    command: 'decide.revoke',
    subject: id,
    facts: { nomination: nomination.id },
    changes: [
      create(decisionRecord, ctx.scope, id, data),
      oweRefresh(ctx.scope, ctx.at, nomination.id, ctx.newId()),
      refreshRound(ctx, key),
      ...(await requests(ctx, id, nomination)),
    ],
  });
  return show(decideDecision.ref({ decision: id }), good('award.revocationAsked'));
}

/** To whoever may agree; nobody, as long as the post is vacant: the office sees the decision waiting. */
async function requests(ctx: Ctx, decision: string, { data }: Loaded<Nomination>): Promise<Change[]> {
  const candidate = { ...data.candidate, departmentId: data.departmentId };
  const of = { ofDirector: await isDirectors(ctx, candidate), askedBy: ctx.me.id };
  const all = (await officers(ctx)).map(({ id, data: person }) => ({ ...person, id }));
  return all
    .filter((person) => mayAgreeRevocation(person, candidate, of))
    .map(({ id }) =>
      owe(ctx.scope, ctx.at, {
        to: id,
        kind: 'decide.revocation',
        show: decideDecision.ref({ decision }),
        subject: decision,
        rev: 1,
        urgent: true,
      }),
    );
}
