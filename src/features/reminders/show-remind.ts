import { mayRemind } from '../../domain/policy/sending.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { remindQuiet, remindShow } from './refs.ts';

/** @throws CodedError NO_ROUND; Refusal NOT_ALLOWED_REMIND, with the way to one's own reminders */
export async function showRemind(ctx: Ctx, input: { readonly round: string }): Promise<Answer> {
  const round = (await roundOf(ctx, input.round)).data.round;
  requireOffice(ctx, round);
  return show(remindShow.ref({ round }));
}

export function requireOffice(ctx: Ctx, round: string): void {
  if (mayRemind(ctx.actor)) return;
  throw new Refusal('NOT_ALLOWED_REMIND', {
    facts: { office: ctx.plan.unit.office },
    show: remindQuiet.ref({ round }),
  });
}
