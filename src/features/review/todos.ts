import { DateTime } from 'luxon';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { isReopened, nextStepOf, openingOf } from '../../model/dossier/next-step.ts';
import { idsOf } from '../../model/dossier/own.ts';
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
import { listOf, reviewedBy } from './my-dossiers.ts';

/**
 * Dossiers that wait for this person's opinion, also of whoever has left the post since they were sent; due when the first of them goes on
 * without it.
 */
async function opinions({ turn, actor }: TodoOf, { round, plan }: TodoRound): Promise<TodoItem[]> {
  const all = await reviewedBy(turn, { round: round.data.round, reviewer: actor });
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
  const led = await progressOf(turn, round, { at: of.at, department: actor.departmentId });
  if (led === undefined || led.missing === 0) return items;
  const data_ = { round: round.data.round, department: actor.departmentId };
  const facts = { n: led.missing, of: led.people };
  return [...items, item('people', { verb: 'progress.show', data: data_, facts, due: closes })];
}

/** The one thing to do next about the department's own dossier, as long as it can still be sent. */
async function collective({ turn, actor, at }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  const dossier = await loadDossier(turn, of.round.data.round, actor.departmentId);
  const { assessment, criteria, missing, facts } = dossier;
  const shows = { verb: 'dossier.show', data: idsOf(dossier) };
  if (facts.state === 'lapsed') return isWorthAsking(of, at) ? [item('collectiveLapsed', shows)] : [];
  const step = await nextStepOf(turn, dossier, { actor, at });
  const opens = openingOf(dossier, { step, actor });
  if (step === null || step === 'reopen' || opens === undefined || assessment?.data.wish === 'declines') return [];
  const due = openUntil(dossier);
  // Why it was sent back, or opened again, is read first.
  if (facts.state === 'returned')
    return [item(isReopened(dossier) ? 'collectiveReopened' : 'collectiveReturned', { ...shows, due })];
  const isBegun = assessment !== undefined || dossier.nomination !== undefined;
  const figures = { done: criteria.length - missing.length, of: criteria.length };
  return [item(isBegun ? collectiveKeys[step] : 'collectiveNone', { ...opens, facts: figures, due })];
}

const collectiveKeys = {
  goOn: 'collectiveDraft',
  ask: 'collectiveAsk',
  scan: 'collectiveScan',
  meeting: 'collectiveMeeting',
  send: 'collectiveSend',
  resend: 'collectiveSend',
} as const;

export const reviewTodos: readonly TodoSource[] = [
  { order: 10, inRound: opinions },
  { order: 50, inRound: department },
];
