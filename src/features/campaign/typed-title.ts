import { fold } from '../../domain/text/vietnamese.ts';
import { openedRounds, roundName, roundPlan } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { sectionsFor } from './plan.page.ts';
import { planSection, roundShow } from './refs.ts';

/** "Xem ", "See the ": what a button says before the name of a round. */
const before = 8;

/** A section of the plan, or a round, by the name that its button has. */
export async function typedTitle(ctx: Ctx, text: string): Promise<Answer | undefined> {
  const typed = fold(text);
  for (const round of await openedRounds(ctx)) {
    const name = fold(roundName(await roundPlan(ctx, round), round));
    if (typed.endsWith(name) && typed.length - name.length <= before)
      return show(roundShow.ref({ round: round.data.round }));
  }
  const { me, at } = ctx;
  const { locale } = me.data;
  const viewer = { unit: ctx.scope.unit, owner: me.id, person: me, locale, at };
  const section = (await sectionsFor(ctx, viewer, ctx.texts(locale))).find(({ title }) => fold(title) === typed);
  return section && show(planSection.ref({ section: section.at.section, page: String(section.at.page) }));
}
