import { mayLaunch, mayOpenRound } from '../../domain/policy/campaign.ts';
import { formatDate } from '../../domain/text/format.ts';
import { roundsToOpen } from '../../model/round/opening.ts';
import { campaignOf, openedRounds } from '../../model/round/round.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { item, type TodoItem, type TodoOf, type TodoSource } from '../../pipeline/todo.ts';

/** "I have read it" is still owed for the launch in force. */
async function unreadPlan({ turn, me }: TodoOf): Promise<TodoItem[]> {
  const campaign = await campaignOf(turn);
  if (campaign === undefined || (await readAt(turn, campaign, me.id)) !== undefined) return [];
  return [item('plan', { verb: 'plan.show' })];
}

/** Nothing of a campaign begins before the office has launched it, and nothing of a round before the office has opened it. */
async function toBegin({ turn, actor, at }: TodoOf): Promise<TodoItem[]> {
  if ((await campaignOf(turn)) === undefined)
    return mayLaunch(actor) && (await openedRounds(turn)).length === 0
      ? [item('launch', { verb: 'command.run', data: { command: 'launch' } })]
      : [];
  if (!mayOpenRound(actor)) return [];
  return (await roundsToOpen(turn, at)).map(({ id, name, opensOn }) =>
    item('openRound', { verb: 'round.open', data: { round: id }, facts: { name, opens: formatDate(opensOn) } }),
  );
}

export const campaignTodos: readonly TodoSource[] = [
  { order: 5, always: toBegin },
  { order: 60, always: unreadPlan },
];
