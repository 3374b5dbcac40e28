import { z } from 'zod';
import { assessmentOf } from '../../model/dossier/dossier.ts';
import { idsOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { put } from '../../ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { assessOverview, dossierShow } from './refs.ts';

export const declineNominationInput = z.strictObject(whose);
type Input = z.infer<typeof declineNominationInput>;

/** "Không đề nghị xét": reminders stop. What was written stays, and the candidate may ask again until the deadline. */
export async function declineNomination(ctx: Ctx, input: Input): Promise<Answer> {
  const { at } = ctx;
  const dossier = await ownDossier(ctx, input);
  const done = show(assessOverview.ref(idsOf(dossier)), good('nomination.declined'));
  requireWritable(dossier, at, dossierShow.ref(idsOf(dossier)));
  const data = assessmentOf(dossier);
  if (data.wish === 'declines') return done;
  const id = assessmentId(data.round, data.candidate.id);
  ctx.commit({
    command: 'nomination.decline',
    subject: id,
    changes: [
      put(assessmentRecord, { ...ctx.scope, id }, dossier.assessment, { ...data, wish: 'declines' as const }),
      refreshed(ctx, dossier),
    ],
  });
  return done;
}
