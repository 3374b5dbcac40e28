import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { assessmentOf, type Dossier, draftNomination } from '../../model/dossier/dossier.ts';
import { idsOf, nominationOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { put } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { dossierShow, nominationRequest } from './refs.ts';

export const requestNominationInput = z.strictObject({
  ...whose,
  /** Level of the award asked for; without one the form is shown. */
  level: z.string().default(''),
});
type Input = z.infer<typeof requestNominationInput>;

/** "Đề nghị xét": the candidate asks to be considered this round; it is also the consent to a head's proposal. */
export async function requestNomination(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  const ids = idsOf(dossier);
  requireWritable(dossier, ctx.at, dossierShow.ref(ids));
  if (input.level === '') return show(nominationRequest.ref(ids));
  if (!dossier.plan.levels.some(({ id }) => id === input.level)) throw new CodedError('NO_SUCH_LEVEL');
  const done = show(dossierShow.ref(ids), good('nomination.requested'));
  const changes = asking(ctx, dossier, input.level);
  if (changes.length === 0) return done;
  ctx.commit({
    command: 'nomination.request',
    subject: nominationOf(dossier),
    facts: { level: input.level },
    changes: [...changes, refreshed(ctx, dossier)],
  });
  return done;
}

/** Nothing when it is already so. */
function asking(ctx: Ctx, dossier: Dossier, level: string): Change[] {
  const before = assessmentOf(dossier);
  const id = assessmentId(before.round, before.candidate.id);
  const nomination = dossier.nomination?.data;
  const proposal = nomination?.proposal ?? null;
  const isSettled = nomination !== undefined && nomination.level === level && proposal?.consent !== 'pending';
  const after: Nomination = {
    ...(nomination ?? draftNomination(dossier, level)),
    level,
    proposal: proposal?.consent === 'pending' ? { ...proposal, consent: 'given' } : proposal,
  };
  return [
    ...(before.wish === 'asks'
      ? []
      : [put(assessmentRecord, { ...ctx.scope, id }, dossier.assessment, { ...before, wish: 'asks' as const })]),
    ...(isSettled
      ? []
      : [put(nominationRecord, { ...ctx.scope, id: nominationOf(dossier) }, dossier.nomination, after)]),
  ];
}
