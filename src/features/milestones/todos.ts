import { DateTime } from 'luxon';
import { mayOwnMilestone, ownersOf } from '../../domain/policy/milestone-owners.ts';
import { milestonePeople } from '../../model/round/milestones.ts';
import { item, type TodoItem, type TodoOf, type TodoRound, type TodoSource } from '../../pipeline/todo.ts';

/** The milestones of the round that are this person's and have a date; those without one wait for the office. */
async function milestones({ turn, actor, at }: TodoOf, { round, plan }: TodoRound): Promise<TodoItem[]> {
  const dated = round.data.milestones.filter(({ on, done }) => on !== null && done === null);
  if (dated.length === 0 || !mayOwnMilestone(actor)) return [];
  const { atWork, openFor, standingOf } = await milestonePeople(turn, { round, plan, at });
  const mine = dated
    .filter((milestone) => standingOf(milestone) === 'open')
    .filter(({ id, owner }) => ownersOf(owner, atWork, openFor(id)).some((person) => person.id === actor.id));
  return mine.map(({ id, on }) =>
    item('milestone', {
      verb: 'milestones.open',
      data: { round: round.data.round, milestone: id },
      facts: { milestone: id },
      due: DateTime.fromISO(on ?? '', { zone: plan.zone }).endOf('day'),
    }),
  );
}

export const milestonesTodos: readonly TodoSource[] = [{ order: 30, inRound: milestones }];
