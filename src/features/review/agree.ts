import type { Answer } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { giveOpinion, type OpinionInput } from './give-opinion.ts';

/** The reviewer agrees with the dossier; a remark is optional. */
export const agree = (ctx: Ctx, input: OpinionInput): Promise<Answer> => giveOpinion(ctx, input, 'agree');
