import { z } from 'zod';
import { mayRemind } from '../../domain/policy/sending.ts';
import { departmentOf } from '../../model/people/people.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { remindDepartment, remindQuiet, remindShow } from './refs.ts';

/** @throws CodedError NO_ROUND; Refusal NOT_ALLOWED_REMIND, with the way to one's own reminders */
export async function showRemind(ctx: Ctx, input: { readonly round: string }): Promise<Answer> {
  const round = (await roundOf(ctx, input.round)).data.round;
  requireOffice(ctx, round);
  return show(remindShow.ref({ round }));
}

export const showDepartmentInput = z.strictObject({
  round: z.string().max(40).default(''),
  department: z.union([z.literal(''), z.string().startsWith('department:').max(300)]).default(''),
  page: z.string().default('0'),
});

/** Whom of one department to remind, or of which. @throws as `showRemind`; CodedError NOTHING_TO_SHOW when there is no such department */
export async function showDepartment(ctx: Ctx, input: z.infer<typeof showDepartmentInput>): Promise<Answer> {
  const round = (await roundOf(ctx, input.round)).data.round;
  requireOffice(ctx, round);
  if (input.department !== '') await departmentOf(ctx, input.department);
  return show(remindDepartment.ref({ ...input, round }));
}

export function requireOffice(ctx: Ctx, round: string): void {
  if (!mayRemind(ctx.actor)) throw new Refusal('NOT_ALLOWED_REMIND', { show: remindQuiet.ref({ round }) });
}
