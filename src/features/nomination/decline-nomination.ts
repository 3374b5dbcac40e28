import { z } from 'zod';
import { assessmentOf } from '../../model/dossier/dossier.ts';
import { idsOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { assessmentId } from '../../records/assessment.ts';
import { assessOverview, dossierShow } from './refs.ts';
import { writeAssessment } from './write-assessment.ts';

export const declineNominationInput = z.strictObject(whose);
type Input = z.infer<typeof declineNominationInput>;

/** "Không đề nghị xét": reminders stop. What was written stays, and the candidate may ask again until the deadline. */
export async function declineNomination(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  requireWritable(dossier, ctx.at, dossierShow.ref(idsOf(dossier)));
  const { round, candidate } = assessmentOf(dossier);
  const changes = writeAssessment(ctx, dossier, { declines: true });
  if (changes.length > 0) {
    ctx.commit({
      command: 'nomination.decline',
      subject: assessmentId(round, candidate.id),
      changes: [...changes, refreshed(ctx, dossier)],
    });
  }
  return show(assessOverview.ref(idsOf(dossier)), good('nomination.declined'));
}
