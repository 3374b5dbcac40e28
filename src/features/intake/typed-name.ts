import { isOffice } from '../../domain/policy/posts.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { openedRounds, roundPlan } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { findIn } from './found.ts';
import { intakeFind } from './refs.ts';

const find = /^(?:tìm|tim|find)\s+/iu;

/** The office types a name or a code, as it stands on the rows of its lists: it is looked for in the round that was opened last. */
export async function typedName(ctx: Ctx, text: string): Promise<Answer | undefined> {
  const name = text.replace(find, '');
  const letters = fold(name).length;
  if (!isOffice(ctx.actor) || letters < 3 || letters > 80) return undefined;
  const [round] = await openedRounds(ctx);
  if (round === undefined) return undefined;
  const key = round.data.round;
  const found = await findIn(ctx, { round: key, plan: await roundPlan(ctx, round) }, name);
  return found.length === 0 ? undefined : show(intakeFind.ref({ round: key, name }));
}
