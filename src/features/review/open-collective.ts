import { loadDossier } from '../../model/dossier/dossier.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { departmentRound } from './led-department.ts';
import { collectiveShow } from './refs.ts';

/** The page of the department that the person leads. @throws CodedError NOT_HEAD, NOT_COLLECTIVE, NO_ROUND */
export async function openCollective(ctx: Ctx, input: { round: string }): Promise<Answer> {
  const { round, departmentId } = await departmentRound(ctx, ctx.actor, input.round);
  await loadDossier(ctx, round.data.round, departmentId);
  return show(collectiveShow.ref({ round: round.data.round }));
}
