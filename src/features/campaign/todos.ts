import { campaignOf } from '../../model/round/round.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { item, type TodoItem, type TodoOf, type TodoSource } from '../../pipeline/todo.ts';

/** "I have read it" is still owed for the launch in force. */
async function unreadPlan({ turn, me }: TodoOf): Promise<TodoItem[]> {
  const campaign = await campaignOf(turn);
  if (campaign === undefined || (await readAt(turn, campaign, me.id)) !== undefined) return [];
  return [item('plan', { verb: 'plan.show' })];
}

export const campaignTodos: readonly TodoSource[] = [{ order: 60, always: unreadPlan }];
