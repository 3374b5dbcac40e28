import { item, type TodoItem, type TodoOf, type TodoRound, type TodoSource } from '../../pipeline/todo.ts';
import { waitingFor } from './waiting.ts';

async function former({ turn, actor }: TodoOf, { round }: TodoRound): Promise<TodoItem[]> {
  const all = await waitingFor(turn, round.data.round, actor);
  const [first] = all;
  return first === undefined
    ? []
    : [item('former', { verb: 'former.open', data: { former: first.id }, facts: { n: all.length } })];
}

/** Others do not wait for it: behind the opinions that they do wait for. */
export const formerTodos: readonly TodoSource[] = [{ order: 45, inRound: former }];
