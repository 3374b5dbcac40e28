import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { currentRound, roundPlan } from '../../model/round/round.ts';
import type { Answer } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { openAssessment } from './open-assessment.ts';

/** "CN1", "tiêu chuẩn CN1" and the names of our own buttons. */
const asked = /^(?:(?:lam tiep|mo|doc|xem|open|read|go on with)? ?(?:tieu chuan|criterion)? ?)([a-z]{2}\d{1,2})$/;

/** The criterion whose number was typed, in the person's own dossier or, for whoever leads it, in the department's. */
export async function typedCriterion(ctx: Ctx, text: string): Promise<Answer | undefined> {
  const id = asked.exec(fold(text))?.[1]?.toUpperCase();
  if (id === undefined) return undefined;
  const round = await currentRound(ctx);
  const { criteria } = await roundPlan(ctx, round);
  const open = (candidate: string) => openAssessment(ctx, { round: round.data.round, candidate, criterion: id });
  if (criteria.person.some((c) => c.id === id)) return open(ctx.me.id);
  if (criteria.department.some((c) => c.id === id) && isHeadOrDeputy(ctx.actor)) return open(ctx.actor.departmentId);
  return undefined;
}
