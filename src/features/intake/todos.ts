import type { Actor } from '../../domain/policy/actor.ts';
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
import type { Turn } from '../../pipeline/turn.ts';
import { nominationBy, nominationId, nominationRecord, waitFrom, waits, waitsIn } from '../../records/nomination.ts';
import { waitsFor } from './queue.ts';
import { unsentInTime } from './unsent-in-time.ts';

/** Dossiers that the office has to take in, whose heads are late, or that lapsed and could still be taken in. */
async function intake({ turn, actor, at }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  if (!isOffice(actor)) return [];
  const round = of.round.data.round;
  const open = (filter: string) => ({ verb: 'intake.queue', data: { round, filter } });
  const submitted = await turn.countBy(nominationRecord, waits, waitsIn(round, 'submitted'));
  const n = [...submitted.values()].reduce((sum, count) => sum + count, 0);
  const heads = new Set([...submitted.keys()].map((value) => waitFrom(value).reviewer)).size;
  // As many as its button then shows.
  const lapsed = isWorthAsking(of, at) ? (await unsentInTime(turn, { ...of, at })).length : 0;
  return [
    ...counted('intake', await waitingFor(turn, actor, round), open('waiting')),
    ...(heads > 0 ? [item('lateHeads', { ...open('submitted'), facts: { n, heads } })] : []),
    ...counted('lapsedAll', lapsed, { verb: 'intake.find', data: { round } }),
  ];
}

/** Dossiers to be taken in, but those that are the reader's own. */
async function waitingFor(turn: Turn, actor: Actor, round: string): Promise<number> {
  const all = await turn.count(nominationRecord, nominationBy.state(round, 'opined'));
  const own = [actor.id, actor.departmentId].map((candidate) => nominationId(round, candidate));
  const mine = [...(await turn.getMany(nominationRecord, own)).values()];
  return all - mine.filter(({ data }) => data.state === 'opined' && !waitsFor(actor, data)).length;
}

export const intakeTodos: readonly TodoSource[] = [{ order: 20, inRound: intake }];
