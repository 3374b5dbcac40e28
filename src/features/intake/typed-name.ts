import { isOffice } from '../../domain/policy/posts.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { findIn } from '../../model/dossier/found.ts';
import { currentRound, openedRounds, roundPlan } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { intakeFind } from './refs.ts';

/** The office types a name or a code, as it stands on the rows of its lists: it is looked for in the round that is meant, then in the others. */
export async function typedName(ctx: Ctx, text: string): Promise<Answer | undefined> {
  const name = withoutFind(ctx, text);
  const letters = fold(name).length;
  if (!isOffice(ctx.actor) || letters < 3 || letters > 80) return undefined;
  const opened = await openedRounds(ctx);
  if (opened.length === 0) return undefined;
  const meant = await currentRound(ctx);
  for (const round of [meant, ...opened.filter(({ id }) => id !== meant.id)]) {
    const key = round.data.round;
    const found = await findIn(ctx, { round: key, plan: await roundPlan(ctx, round) }, name);
    if (found.length > 0) return show(intakeFind.ref({ round: key, name }));
  }
  return undefined;
}

/** The words that ask for a search are no part of what is looked for. */
function withoutFind({ texts }: Ctx, text: string): string {
  const typed = `${fold(text)} `;
  const asking = (['vi', 'en'] as const)
    .flatMap((locale) => texts(locale).t('words.findWords').split('|'))
    .filter((each) => typed.startsWith(`${fold(each)} `));
  const words = Math.max(0, ...asking.map((each) => each.split(' ').length));
  return text.split(/\s+/).slice(words).join(' ');
}
