import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { awaitsAgreement } from '../../model/council/decisions.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { isWrong } from '../../model/council/signed-paper.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { tellOffice } from '../../model/people/tell-office.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, revision, showedBefore, showsNow } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { theirsToAgree } from './agreeing.ts';
import { readReason } from './read-reason.ts';
import { decideDecision, decideReason, decideRevoking } from './refs.ts';

export const agreeRevocationInput = z.strictObject({ decision: z.string(), rev: revision, confirm: confirmation });

/** The director agrees that an award be taken back; the paper is made and signed by hand, and its number recorded by the office. */
export async function agreeRevocation(ctx: Ctx, input: z.infer<typeof agreeRevocationInput>): Promise<Answer> {
  const decision = await theirs(ctx, input.decision);
  const { agreed } = decision.data;
  const here = decideDecision.ref({ decision: decision.id });
  const isSecondClick = agreed?.by === ctx.me.id && input.confirm && showedBefore(input.rev, decision);
  if (isSecondClick) return show(here, good('award.revocationAgreed'));
  await requireWaiting(ctx, decision, input.rev);
  if (!input.confirm) return show(decideRevoking.ref({ decision: decision.id }));
  await answer(ctx, decision, {
    command: 'decide.agreeRevocation',
    to: { agreed: { by: ctx.me.id, at: stamp(ctx.at) } },
  });
  return show(here, good('award.revocationAgreed'));
}

export const refuseRevocationInput = z.strictObject({
  decision: z.string(),
  rev: revision,
  reason: z.string().default(''),
});

/** The director does not agree: the award stands, and the office is told why. */
export async function refuseRevocation(ctx: Ctx, input: z.infer<typeof refuseRevocationInput>): Promise<Answer> {
  const decision = await theirs(ctx, input.decision);
  const { refused } = decision.data;
  const here = decideDecision.ref({ decision: decision.id });
  if (refused?.by === ctx.me.id && showedBefore(input.rev, decision))
    return show(here, good('award.revocationRefused'));
  await requireWaiting(ctx, decision, input.rev);
  const read = readReason(input.reason);
  if (isWrong(read)) {
    const form = decideReason.ref({ ask: 'refuseRevocation', id: decision.id });
    throw refusalOf(read.problems, { show: form, typed: { reason: input.reason } });
  }
  const act = { by: ctx.me.id, at: stamp(ctx.at), reason: read.reason };
  await answer(ctx, decision, { command: 'decide.refuseRevocation', to: { refused: act } });
  return show(here, good('award.revocationRefused'));
}

/** @throws CodedError NOTHING_TO_SHOW for what is no revocation, DECIDE_REVOCATION_ONLY for whoever may not agree to it */
async function theirs(ctx: Ctx, id: string): Promise<Loaded<Decision>> {
  const decision = await ctx.get(decisionRecord, id);
  if (decision?.data.kind !== 'revocation') throw new CodedError('NOTHING_TO_SHOW');
  if ((await theirsToAgree(ctx, ctx.actor, decision.data)) === undefined)
    throw new CodedError('DECIDE_REVOCATION_ONLY');
  return decision;
}

async function requireWaiting(ctx: Ctx, decision: Loaded<Decision>, rev: string): Promise<void> {
  if (awaitsAgreement(decision.data) && showsNow(rev, decision)) return;
  const facts = await lastChange(ctx, decision.id);
  throw new Refusal('ALREADY_DONE', { facts, show: decideDecision.ref({ decision: decision.id }) });
}

async function answer(
  ctx: Ctx,
  decision: Loaded<Decision>,
  { command, to }: { command: string; to: Partial<Decision> },
): Promise<void> {
  const rev = decision.rev + 1;
  ctx.commit({
    command,
    subject: decision.id,
    changes: [
      replace(decisionRecord, decision, { ...decision.data, ...to }),
      oweRefresh(ctx.scope, ctx.at, decision.id, rev),
      refreshRound(ctx, decision.data.round),
      await tellOffice(ctx, {
        at: ctx.at,
        by: ctx.me.id,
        kind: 'decide.office',
        show: decideDecision.ref({ decision: decision.id }),
        subject: decision.id,
        rev,
        except: [ctx.me.id],
      }),
    ],
  });
}
