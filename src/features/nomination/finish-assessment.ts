import { z } from 'zod';
import { assessmentOf } from '../../model/dossier/dossier.ts';
import { idsOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { missingNames } from './criterion.ts';
import { assessOverview } from './refs.ts';

export const finishAssessmentInput = z.strictObject(whose);
type Input = z.infer<typeof finishAssessmentInput>;

/** "Hoàn thành tự đánh giá": every criterion is answered. It can still be changed until the dossier is sent. */
export async function finishAssessment(ctx: Ctx, input: Input): Promise<Answer> {
  const { at } = ctx;
  const dossier = await ownDossier(ctx, input);
  const overview = show(assessOverview.ref(idsOf(dossier)), good('assess.finished'));
  requireWritable(dossier, at, overview.show);
  if (dossier.missing.length > 0) {
    throw new Refusal('ASSESS_INCOMPLETE', { facts: { missing: missingNames(dossier) }, show: overview.show });
  }
  const data = assessmentOf(dossier);
  if (data.finishedAt !== null) return overview;
  const id = assessmentId(data.round, data.candidate.id);
  ctx.commit({
    command: 'assess.finish',
    subject: id,
    changes: [
      put(assessmentRecord, { ...ctx.scope, id }, dossier.assessment, { ...data, finishedAt: stamp(at) }),
      refreshed(ctx, dossier),
    ],
  });
  return overview;
}
