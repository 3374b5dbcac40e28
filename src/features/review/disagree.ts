import type { Answer } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { giveOpinion, type OpinionInput } from './give-opinion.ts';

/** The reviewer does not agree and says why; the dossier still goes to the office. */
export const disagree = (ctx: Ctx, input: OpinionInput): Promise<Answer> => giveOpinion(ctx, input, 'disagree');
