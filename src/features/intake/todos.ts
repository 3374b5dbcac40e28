import { isOffice } from '../../domain/policy/posts.ts';
import {
  counted,
  isWorthAsking,
  item,
  type TodoItem,
  type TodoOf,
  type TodoRound,
  type TodoSource,
} from '../../pipeline/todo.ts';
import { byRound } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { waitsFor } from './queue.ts';
import { unsentInTime } from './unsent-in-time.ts';

/** Dossiers that the office has to take in, whose heads are late, or that lapsed and could still be taken in. */
async function intake({ turn, actor, at }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  if (!isOffice(actor)) return [];
  const round = of.round.data.round;
  const dossiers = await turn.list(nominationRecord, byRound(round));
  const inState = (state: string) => dossiers.filter(({ data }) => data.state === state);
  const open = (filter: string) => ({ verb: 'intake.queue', data: { round, filter } });
  const submitted = inState('submitted');
  const heads = new Set(submitted.map(({ data }) => data.snapshot?.reviewerId ?? '')).size;
  // As many as its button then shows.
  const lapsed = isWorthAsking(of, at) ? (await unsentInTime(turn, dossiers, { ...of, at })).length : 0;
  return [
    ...counted('intake', dossiers.filter(({ data }) => waitsFor(actor, data)).length, open('waiting')),
    ...(heads > 0 ? [item('lateHeads', { ...open('submitted'), facts: { n: submitted.length, heads } })] : []),
    ...counted('lapsedAll', lapsed, { verb: 'intake.find', data: { round } }),
  ];
}

export const intakeTodos: readonly TodoSource[] = [{ order: 20, inRound: intake }];
