import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { wantsOf } from '../../model/dossier/next-step.ts';
import { idsOf, nominationOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dossierShow, nominationConfirm, nominationRequest } from './refs.ts';
import { writeAssessment } from './write-assessment.ts';

export const requestNominationInput = z.strictObject({
  ...whose,
  /** Level of the award asked for; without one the form is shown. */
  level: z.string().default(''),
});
type Input = z.infer<typeof requestNominationInput>;

/** "Đề nghị xét": the candidate asks to be considered this round, and is led to what is next: sending, when nothing else is wanting. */
export async function requestNomination(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  const ids = idsOf(dossier);
  requireWritable(dossier, ctx.at, dossierShow.ref(ids));
  if (input.level === '') return show(nominationRequest.ref(ids));
  if (!dossier.plan.levels.some(({ id }) => id === input.level)) throw new CodedError('NO_SUCH_LEVEL');
  const changes = writeAssessment(ctx, dossier, { asksFor: input.level });
  if (changes.length > 0) {
    ctx.commit({
      command: 'nomination.request',
      subject: nominationOf(dossier),
      facts: { level: input.level },
      changes: [...changes, refreshed(ctx, dossier)],
    });
  }
  const isReady = (await wantsOf(ctx, await loadDossier(ctx, ids.round, ids.candidate))).length === 0;
  return show(isReady ? nominationConfirm.ref(ids) : dossierShow.ref(ids), good('nomination.requested'));
}
