import { mayRecordCouncil, presides } from '../../domain/policy/council.ts';
import { isOpen, mayRecord, sessionBoard, sessionsOf, waitingDossiers } from '../../model/council/session.ts';
import { counted, item, type TodoItem, type TodoOf, type TodoRound, type TodoSource } from '../../pipeline/todo.ts';

/**
 * What the council's secretary, or in the secretary's own case the chair and the vice-chair, still has to do: figures to record at a meeting,
 * a meeting to close, dossiers that wait for one.
 */
async function council({ turn, actor }: TodoOf, { round }: TodoRound): Promise<TodoItem[]> {
  const records = mayRecordCouncil(actor);
  if (!records && !presides(actor)) return [];
  const key = round.data.round;
  const recording = (await sessionsOf(turn, key)).find(({ data }) => data.state === 'recording');
  const items: TodoItem[] = [];
  if (recording !== undefined) {
    const { cases } = await sessionBoard(turn, recording.id);
    const open = cases.filter(isOpen);
    const mine = open.filter((one) => mayRecord(actor, one));
    const opens = { verb: 'council.session', data: { session: recording.id } };
    items.push(...counted(records ? 'findings' : 'secretaryCase', mine.length, opens));
    if (records && open.length === 0) {
      items.push(item('closeSession', { ...opens, facts: { number: recording.data.number } }));
    }
  }
  if (!records) return items;
  const waiting = await waitingDossiers(turn, key);
  return [...items, ...counted('council', waiting.length, { verb: 'council.show', data: { round: key } })];
}

export const councilTodos: readonly TodoSource[] = [{ order: 21, inRound: council }];
