import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { counted, type TodoItem, type TodoOf, type TodoRound, type TodoSource } from '../../pipeline/todo.ts';
import { byRound } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';

/** Dossiers that wait for the council. */
async function council({ turn, actor }: TodoOf, { round }: TodoRound): Promise<TodoItem[]> {
  if (!mayRecordCouncil(actor)) return [];
  const key = round.data.round;
  const dossiers = await turn.list(nominationRecord, byRound(key));
  const n = dossiers.filter(({ data }) => data.state === 'accepted' || data.state === 'tabled').length;
  return counted('council', n, { verb: 'council.show', data: { round: key } });
}

export const councilTodos: readonly TodoSource[] = [{ order: 21, inRound: council }];
