import { mayDecide, mayPublish, mayRecordCouncil } from '../../domain/policy/policy.ts';
import { hasRole } from '../../domain/policy/roles.ts';
import { holders } from '../../model/people/people.ts';
import { list } from '../../ports/documents.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { isWorthAsking, item, type TodoItem, type TodoOf, type TodoRound } from './todo-item.ts';

/** What waits for the office, the council's secretary and the director; the dossiers of the round are read once for all of it. */
export async function handling({ deps, actor, at }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  const { round } = of;
  const isOffice = hasRole(actor, 'office');
  if (!isOffice && !mayRecordCouncil(actor) && !mayDecide(actor)) return [];
  const key = round.data.round;
  const where = { field: 'round', equals: key };
  const { unit } = deps.scope;
  const [dossiers, decisions] = await Promise.all([
    list(deps.store, { unit, type: nominationRecord, where }),
    list(deps.store, { unit, type: decisionRecord, where }),
  ]);
  const directors = new Set((await holders(deps, 'director')).map((p) => p.id));
  const free = recommended(dossiers, decisions);
  const above = free.filter((nomination) => !isOwnLevel(nomination, directors)).length;
  return [
    ...(isOffice ? intake(key, dossiers) : []),
    ...(isOffice && isWorthAsking(of, at) ? lapsed(key, dossiers) : []),
    ...(mayRecordCouncil(actor) ? council(key, dossiers) : []),
    ...(mayDecide(actor) ? opened('decide', 'decide.show', { round: key, n: free.length - above }) : []),
    ...(isOffice ? opened('forward', 'decide.show', { round: key, n: above }) : []),
    ...(mayPublish(actor) ? papers(key, decisions) : []),
  ];
}

function intake(round: string, dossiers: readonly Loaded<Nomination>[]): TodoItem[] {
  const waiting = dossiers.filter((n) => n.data.state === 'opined').length;
  const submitted = dossiers.filter((n) => n.data.state === 'submitted');
  const reviewers = new Set(submitted.map((n) => n.data.snapshot?.reviewerId ?? '')).size;
  const open = (filter: string) => ({ verb: 'intake.queue', data: { round, filter } });
  return [
    ...(waiting > 0 ? [item('intake', { ...open('waiting'), facts: { n: waiting } })] : []),
    ...(submitted.length > 0
      ? [item('lateHeads', { ...open('submitted'), facts: { n: submitted.length, heads: reviewers } })]
      : []),
  ];
}

function lapsed(round: string, dossiers: readonly Loaded<Nomination>[]): TodoItem[] {
  const n = dossiers.filter(({ data }) => data.state === 'lapsed').length;
  return n === 0 ? [] : [item('lapsedAll', { verb: 'intake.find', data: { round }, facts: { n } })];
}

function council(round: string, dossiers: readonly Loaded<Nomination>[]): TodoItem[] {
  const n = dossiers.filter(({ data }) => data.state === 'accepted' || data.state === 'tabled').length;
  return n === 0 ? [] : [item('council', { verb: 'council.show', data: { round }, facts: { n } })];
}

/** Recommended by the council, and held by no decision whose paper is still to come. */
function recommended(dossiers: readonly Loaded<Nomination>[], decisions: readonly Loaded<Decision>[]) {
  const held = new Set(decisions.filter(({ data }) => data.number === '').flatMap(({ data }) => data.nominations));
  return dossiers.filter(({ id, data }) => data.state === 'recommended' && !held.has(id));
}

/** The director agrees to the unit's own level, never to the own case; the rest goes to the parent department. */
const isOwnLevel = ({ data }: Loaded<Nomination>, directors: ReadonlySet<string>): boolean =>
  (data.council?.level ?? data.level) === 'unit' && !directors.has(data.candidate.id);

const opened = (key: string, verb: string, { round, n }: { round: string; n: number }): TodoItem[] =>
  n === 0 ? [] : [item(key, { verb, data: { round }, facts: { n } })];

function papers(round: string, decisions: readonly Loaded<Decision>[]): TodoItem[] {
  const agreed = decisions.filter(({ data }) => data.agreed !== null && data.number === '').length;
  const issued = decisions.filter(
    ({ data }) => data.kind === 'award' && data.number !== '' && data.published === null,
  ).length;
  return [
    ...opened('record', 'decide.show', { round, n: agreed }),
    ...opened('publish', 'publish.show', { round, n: issued }),
  ];
}
