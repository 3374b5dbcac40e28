import { mayDecide, mayPublish } from '../../domain/policy/award.ts';
import { isDirector, isOffice } from '../../domain/policy/posts.ts';
import { holders } from '../../model/people/people.ts';
import { counted, type TodoItem, type TodoOf, type TodoRound, type TodoSource } from '../../pipeline/todo.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

/** What waits for the director, and for the office between the council's results and their publication. */
async function deciding({ turn, actor }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  if (!isOffice(actor) && !mayDecide(actor)) return [];
  const round = of.round.data.round;
  const where = byRound(round);
  const [dossiers, decisions] = await Promise.all([
    turn.list(nominationRecord, where),
    turn.list(decisionRecord, where),
  ]);
  const directors = new Set((await holders(turn, isDirector)).map((p) => p.id));
  const free = recommended(dossiers, decisions);
  const above = free.filter((nomination) => !isOwnLevel(nomination, directors)).length;
  const decide = { verb: 'decide.show', data: { round } };
  return [
    ...(mayDecide(actor) ? counted('decide', free.length - above, decide) : []),
    ...(isOffice(actor) ? counted('forward', above, decide) : []),
    ...(mayPublish(actor) ? papers(round, decisions) : []),
  ];
}

/** Recommended by the council, and held by no decision whose paper is still to come. */
function recommended(dossiers: readonly Loaded<Nomination>[], decisions: readonly Loaded<Decision>[]) {
  const held = new Set(decisions.filter(({ data }) => data.number === '').flatMap(({ data }) => data.nominations));
  return dossiers.filter(({ id, data }) => data.state === 'recommended' && !held.has(id));
}

/** The director agrees to the unit's own level, never to the own case; the rest goes to the parent department. */
const isOwnLevel = ({ data }: Loaded<Nomination>, directors: ReadonlySet<string>): boolean =>
  (data.council?.level ?? data.level) === 'unit' && !directors.has(data.candidate.id);

function papers(round: string, decisions: readonly Loaded<Decision>[]): TodoItem[] {
  const agreed = decisions.filter(({ data }) => data.agreed !== null && data.number === '').length;
  const issued = decisions.filter(
    ({ data }) => data.kind === 'award' && data.number !== '' && data.published === null,
  ).length;
  return [
    ...counted('record', agreed, { verb: 'decide.show', data: { round } }),
    ...counted('publish', issued, { verb: 'publish.show', data: { round } }),
  ];
}

export const awardTodos: readonly TodoSource[] = [{ order: 22, inRound: deciding }];
