import { DateTime } from 'luxon';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { departmentOf } from '../../model/people/people.ts';
import { progressOf } from '../../model/round/progress.ts';
import {
  isWorthAsking,
  item,
  type TodoItem,
  type TodoOf,
  type TodoRound,
  type TodoSource,
} from '../../pipeline/todo.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import { listOf, reviewedBy } from './my-dossiers.ts';

/**
 * Dossiers that wait for this person's opinion, also of whoever has left the post since they were sent; due when the first of them goes on
 * without it.
 */
async function opinions({ turn, actor }: TodoOf, { round, plan }: TodoRound): Promise<TodoItem[]> {
  const all = await reviewedBy(turn, { round: round.data.round, reviewer: actor.id });
  const waiting = listOf(all, 'waiting', actor);
  const [first] = waiting.map((n) => n.data.opinionDueAt ?? '').sort();
  if (first === undefined) return [];
  return [
    item('opinions', {
      verb: 'review.next',
      data: { round: round.data.round },
      facts: { n: waiting.length },
      due: first === '' ? undefined : DateTime.fromISO(first, { zone: plan.zone }),
    }),
  ];
}

/** The department's own dossier, and its people who still have something to do. */
async function department(of: TodoOf, at: TodoRound): Promise<TodoItem[]> {
  const { turn, actor } = of;
  if (!isHeadOrDeputy(actor)) return [];
  const { data } = await departmentOf(turn, actor.departmentId);
  const items = writesCollective(data, at.plan) ? await collective(of, at) : [];
  if (!at.isOpen) return items;
  const { round, closes } = at;
  const { total } = await progressOf(turn, round, { at: of.at, department: actor.departmentId });
  if (total.missing === 0) return items;
  const data_ = { round: round.data.round, department: actor.departmentId };
  const facts = { n: total.missing, of: total.people };
  return [...items, item('people', { verb: 'progress.show', data: data_, facts, due: closes })];
}

async function collective({ turn, actor, at }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  const key = of.round.data.round;
  const [nomination, assessment] = await Promise.all([
    turn.get(nominationRecord, nominationId(key, actor.departmentId)),
    turn.get(assessmentRecord, assessmentId(key, actor.departmentId)),
  ]);
  const open = (what: string, due: DateTime): TodoItem[] => [
    item(what, { verb: 'collective.show', data: { round: key }, due }),
  ];
  const state = nomination?.data.state;
  if (state === 'returned' && nomination?.data.returned) {
    const until = DateTime.fromISO(nomination.data.returned.until, { zone: of.plan.zone });
    return at > until ? [] : open('collectiveReturned', until);
  }
  if (state === 'lapsed' && isWorthAsking(of, at))
    return [item('collectiveLapsed', { verb: 'collective.show', data: { round: key } })];
  if (!of.isOpen || assessment?.data.wish === 'declines') return [];
  if (state === undefined && assessment === undefined) return open('collectiveNone', of.closes);
  return state === undefined || state === 'draft' ? open('collectiveDraft', of.closes) : [];
}

export const reviewTodos: readonly TodoSource[] = [
  { order: 10, inRound: opinions },
  { order: 50, inRound: department },
];
