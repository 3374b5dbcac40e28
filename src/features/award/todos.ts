import {
  mayAgreeSomeRevocation,
  mayDecide,
  mayForward,
  mayPublish,
  mayRecordDecision,
} from '../../domain/policy/award.ts';
import { awaiting, awaitsPaper, decisionsOf } from '../../model/council/decisions.ts';
import { candidateOf } from '../../model/dossier/nominees.ts';
import { counted, type TodoItem, type TodoOf, type TodoRound, type TodoSource } from '../../pipeline/todo.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { agreeable } from './agreeing.ts';

/** What waits for the director, and for the office between the council's results and their publication: what each of them can do, no more. */
async function deciding({ turn, actor }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  if (!mayRecordDecision(actor) && !mayDecide(actor)) return [];
  const { round } = of.round.data;
  const { own, forward } = await awaiting(turn, round);
  const mine = forward.filter((nominee) => mayForward(actor, candidateOf(nominee)));
  const decide = { verb: 'decide.show', data: { round } };
  const decisions = await decisionsOf(turn, round);
  return [
    ...(mayDecide(actor) ? counted('decide', own.length, decide) : []),
    // The director may, too; it is the office that does.
    ...(mayRecordDecision(actor) ? counted('forward', mine.length, decide) : []),
    ...(mayPublish(actor) ? papers(round, decisions) : []),
  ];
}

function papers(round: string, decisions: readonly Loaded<Decision>[]): TodoItem[] {
  const agreed = decisions.filter(({ data }) => data.kind === 'award' && awaitsPaper(data)).length;
  const issued = decisions.filter(
    ({ data }) => data.kind === 'award' && data.number !== '' && data.published === null,
  ).length;
  return [
    ...counted('record', agreed, { verb: 'decide.show', data: { round } }),
    ...counted('publish', issued, { verb: 'publish.show', data: { round } }),
  ];
}

/** Awards that were asked to be taken back, of whatever round: for whoever may agree to it, then for the office. */
async function revoking({ turn, actor }: TodoOf): Promise<TodoItem[]> {
  if (!mayAgreeSomeRevocation(actor) && !mayRecordDecision(actor)) return [];
  const all = (await turn.list(decisionRecord)).filter(({ data }) => data.kind === 'revocation');
  const mine = [];
  for (const decision of all) if (await agreeable(turn, actor, decision.data)) mine.push(decision);
  const signed = mayRecordDecision(actor) ? all.filter(({ data }) => awaitsPaper(data)) : [];
  return [...opening('revocation', mine), ...opening('revocationPaper', signed)];
}

/** The button opens the first of them. */
const opening = (key: string, [first, ...more]: readonly Loaded<Decision>[]): TodoItem[] =>
  first === undefined ? [] : counted(key, more.length + 1, { verb: 'decide.decision', data: { decision: first.id } });

export const awardTodos: readonly TodoSource[] = [
  { order: 22, inRound: deciding },
  { order: 23, always: revoking },
];
