import { mayDecide, mayPublish, mayRecordCouncil } from '../../domain/policy.ts';
import { hasRole } from '../../domain/roles.ts';
import { list } from '../../ports/documents.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { item, type TodoItem, type TodoOf, type TodoRound } from './todo-item.ts';

/** What waits for the office, the council's secretary and the director; the dossiers of the round are read once for all of it. */
export async function handling({ deps, actor }: TodoOf, { round }: TodoRound): Promise<TodoItem[]> {
  const isOffice = hasRole(actor, 'office');
  if (!isOffice && !mayRecordCouncil(actor) && !mayDecide(actor)) return [];
  const key = round.data.round;
  const where = { field: 'round', equals: key };
  const { unit } = deps.scope;
  const [dossiers, decisions] = await Promise.all([
    list(deps.store, { unit, type: nominationRecord, where }),
    list(deps.store, { unit, type: decisionRecord, where }),
  ]);
  return [
    ...(isOffice ? intake(key, dossiers) : []),
    ...(mayRecordCouncil(actor) ? council(key, dossiers) : []),
    ...(mayDecide(actor) ? agreement(dossiers) : []),
    ...(mayPublish(actor) ? papers(decisions) : []),
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

function council(round: string, dossiers: readonly Loaded<Nomination>[]): TodoItem[] {
  const n = dossiers.filter(({ data }) => data.state === 'accepted' || data.state === 'tabled').length;
  return n === 0 ? [] : [item('council', { verb: 'council.show', data: { round }, facts: { n } })];
}

/** The council recommends them, and no decision has taken them up yet. */
function agreement(dossiers: readonly Loaded<Nomination>[]): TodoItem[] {
  const n = dossiers.filter(({ data }) => data.state === 'recommended' && data.decision === null).length;
  return n === 0 ? [] : [item('decide', { verb: 'command.run', data: { command: 'decide' }, facts: { n } })];
}

function papers(decisions: readonly Loaded<Decision>[]): TodoItem[] {
  const agreed = decisions.filter(({ data }) => data.agreed !== null && data.number === '').length;
  const issued = decisions.filter(({ data }) => data.number !== '' && data.published === null).length;
  const run = (command: string, n: number) => ({ verb: 'command.run', data: { command }, facts: { n } });
  return [
    ...(agreed > 0 ? [item('record', run('decide', agreed))] : []),
    ...(issued > 0 ? [item('publish', run('publish', issued))] : []),
  ];
}
