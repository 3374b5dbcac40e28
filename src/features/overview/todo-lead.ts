import { DateTime } from 'luxon';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { hasRole } from '../../domain/policy/roles.ts';
import { departmentOf } from '../../model/people/people.ts';
import { progressOf } from '../../model/round/progress.ts';
import { list, load } from '../../ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import { isWorthAsking, item, type TodoItem, type TodoOf, type TodoRound } from './todo-item.ts';

/** Dossiers that wait for this person's opinion; due when the first of them goes on without it. */
export async function opinions({ deps, actor }: TodoOf, { round, plan }: TodoRound): Promise<TodoItem[]> {
  if (!hasRole(actor, 'head', 'director', 'councilViceChair')) return [];
  const where = { field: 'reviewer', equals: `${round.data.round}:${actor.id}` };
  const all = await list(deps.store, { unit: deps.scope.unit, type: nominationRecord, where });
  const waiting = all.filter((n) => n.data.state === 'submitted');
  const [first] = waiting.map((n) => n.data.opinionDueAt ?? '').sort();
  if (first === undefined) return [];
  return [
    item('opinions', {
      verb: 'review.queue',
      data: { round: round.data.round },
      facts: { n: waiting.length },
      due: first === '' ? undefined : DateTime.fromISO(first, { zone: plan.zone }),
    }),
  ];
}

/** The department's own dossier, and its people who still have something to do. */
export async function department(of: TodoOf, at: TodoRound): Promise<TodoItem[]> {
  const { deps, actor } = of;
  if (!hasRole(actor, 'head', 'deputy')) return [];
  const { data } = await departmentOf(deps, actor.departmentId);
  const items = writesCollective(data, at.plan) ? await collective(of, at) : [];
  if (!at.isOpen) return items;
  const { round, closes } = at;
  const { total } = await progressOf(deps, round, { at: of.at, department: actor.departmentId });
  if (total.missing === 0) return items;
  const data_ = { round: round.data.round, department: actor.departmentId };
  const facts = { n: total.missing, of: total.people };
  return [...items, item('people', { verb: 'progress.show', data: data_, facts, due: closes })];
}

async function collective({ deps, actor, at }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  const key = of.round.data.round;
  const { unit } = deps.scope;
  const [nomination, assessment] = await Promise.all([
    load(deps.store, unit, nominationRecord, nominationId(key, actor.departmentId)),
    load(deps.store, unit, assessmentRecord, assessmentId(key, actor.departmentId)),
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
