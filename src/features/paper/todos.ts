import { papersEntered } from '../../model/dossier/paper.ts';
import { counted, type TodoItem, type TodoOf, type TodoRound, type TodoSource } from '../../pipeline/todo.ts';

/** What this person has begun to enter from papers, and not sent. */
async function entered({ turn, actor }: TodoOf, { round }: TodoRound): Promise<TodoItem[]> {
  const key = round.data.round;
  const papers = await papersEntered({ ...turn, actor }, key);
  return counted('papers', papers.length, { verb: 'paper.find', data: { round: key } });
}

export const paperTodos: readonly TodoSource[] = [{ order: 35, inRound: entered }];
