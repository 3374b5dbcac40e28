import type { DateTime } from 'luxon';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { CommandRoute } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { roundWhich } from './refs.ts';
import { closesAt, isUnderWay, openedRounds, roundPlan } from './round.ts';

/** The rounds that a command may mean, the nearest deadline first: those that are open and, of work that goes on, those with dossiers under way. */
export async function roundsFor(turn: Turn, need: NonNullable<CommandRoute['inRound']>): Promise<Loaded<Round>[]> {
  const found: { round: Loaded<Round>; closes: DateTime; isOpen: boolean }[] = [];
  for (const round of await openedRounds(turn)) {
    const closes = closesAt(await roundPlan(turn, round), round.data);
    const isOpen = turn.at <= closes;
    if (isOpen || (need === 'underWay' && (await isUnderWay(turn, round)))) found.push({ round, closes, isOpen });
  }
  const nearest = (a: DateTime, b: DateTime): number => a.toMillis() - b.toMillis();
  return found
    .sort((a, b) =>
      a.isOpen === b.isOpen ? nearest(a.closes, b.closes) * (a.isOpen ? 1 : -1) : Number(b.isOpen) - Number(a.isOpen),
    )
    .map(({ round }) => round);
}

/**
 * A command as typed, or by a button that names it. One that concerns a round, while several are meant by it, is answered with the question
 * which: none of them is "the current one" by its name.
 * @param given the round that was chosen, or empty
 */
export async function runCommand(
  ctx: Ctx,
  route: CommandRoute,
  { rest, round: given }: { rest: string; round: string },
): Promise<Answer> {
  if (route.inRound === undefined || !route.isFor(ctx.actor)) return route.run(ctx, rest);
  const [first, ...others] = given === '' ? await roundsFor(ctx, route.inRound) : [];
  if (others.length > 0) return show(roundWhich.ref({ command: route.name, need: route.inRound }));
  const round = given === '' ? (first?.data.round ?? '') : given;
  if (round === '') return route.run(ctx, rest);
  const answer = await route.run({ ...ctx, round }, rest);
  // The page is about the round that was meant, also when its card is drawn again.
  const { page, params } = answer.show;
  return { ...answer, show: { page, params: { ...params, round: params.round || round } } };
}
