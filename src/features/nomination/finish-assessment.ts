import { z } from 'zod';
import { idsOf, ownDossier, whose } from '../../model/dossier/own.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { assessOverview } from './refs.ts';

export const finishAssessmentInput = z.strictObject(whose);

/** A button of older cards. The last answer finishes an assessment by itself: what is next is said by the overview. */
export const finishAssessment = async (ctx: Ctx, input: z.infer<typeof finishAssessmentInput>): Promise<Answer> =>
  show(assessOverview.ref(idsOf(await ownDossier(ctx, input))));
