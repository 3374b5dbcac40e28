import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayWrite } from '../../domain/policy/dossier.ts';
import { assessmentOf, openUntil } from '../../model/dossier/dossier.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { showsNow, version } from '../../pipeline/inputs.ts';
import { put, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { nominationRef, reviewProposal } from './refs.ts';
import { type Reviewed, reviewed } from './reviewed.ts';

export const answerProposalInput = z.strictObject({
  nomination: nominationRef,
  rev: version,
  answer: z.enum(['yes', 'no']),
});
type Input = z.infer<typeof answerProposalInput>;
type Consent = 'given' | 'refused';

/**
 * The proposed person agrees to be considered, or does not; nobody else can. Consent is the person's own wish from then on, and they
 * complete and send the dossier themselves.
 * @throws CodedError NOT_YOUR_DOSSIER, DEADLINE_PASSED, WRONG_STATE; Refusal ALREADY_DONE, DOSSIER_CHANGED
 */
export async function answerProposal(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await reviewed(ctx, input.nomination);
  const { nomination, candidate } = dossier;
  const { proposal, state } = nomination.data;
  if (candidate.kind !== 'person' || !mayWrite(ctx.actor, candidate)) throw new CodedError('NOT_YOUR_DOSSIER');
  if (proposal === null) throw new CodedError('WRONG_STATE');
  const consent: Consent = input.answer === 'yes' ? 'given' : 'refused';
  const current = reviewProposal.ref({ nomination: nomination.id });
  const done = show(current, good(`review.${consent}`));
  if (proposal.consent === consent) return done;
  if (proposal.consent !== 'pending')
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, nomination.id), show: current });
  const closes = openUntil(dossier);
  if (!isBeforeDeadline(ctx.at, closes)) throw new CodedError('DEADLINE_PASSED', { at: closes });
  if (state !== 'draft' || !showsNow(input.rev, nomination)) throw new Refusal('DOSSIER_CHANGED', { show: current });
  await write(ctx, dossier, { ...proposal, consent });
  return done;
}

async function write(
  ctx: Ctx,
  dossier: Reviewed,
  proposal: NonNullable<Nomination['proposal']> & { consent: Consent },
): Promise<void> {
  const { nomination } = dossier;
  const rev = nomination.rev + 1;
  const agreed = proposal.consent === 'given';
  const state = agreed ? nomination.data.state : moved(nomination.data.state, 'withdraw');
  ctx.commit({
    command: 'nomination.consent',
    subject: nomination.id,
    facts: { consent: proposal.consent },
    changes: [
      replace(nominationRecord, nomination, { ...nomination.data, state, proposal }),
      ...(agreed ? wish(ctx, dossier) : []),
      owe(ctx.scope, ctx.at, {
        to: proposal.by,
        kind: 'nomination.consented',
        show: reviewProposal.ref({ nomination: nomination.id }),
        subject: nomination.id,
        rev,
      }),
      oweRefresh(ctx.scope, ctx.at, nomination.id, rev),
    ],
  });
}

function wish(turn: Ctx, dossier: Reviewed): Change[] {
  const before = assessmentOf(dossier);
  const id = assessmentId(before.round, before.candidate.id);
  return [put(assessmentRecord, { ...turn.scope, id }, dossier.assessment, { ...before, wish: 'asks' as const })];
}
