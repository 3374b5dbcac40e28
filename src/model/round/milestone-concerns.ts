import type { MilestoneId, MilestoneWaveKind } from '../../domain/calendar/milestones.ts';
import { escalatedTo, ownersOf, standInsFor, unled } from '../../domain/policy/milestone-owners.ts';
import type { Round, RoundMilestone } from '../../records/round.ts';
import type { MilestonePeople } from './milestones.ts';

/** Why a person is told of a milestone: it is theirs, nobody sees to it, or it is overdue and theirs to know. */
export type ConcernKind = 'own' | 'unheld' | 'overdue';

export interface Concern {
  readonly to: string;
  readonly milestone: RoundMilestone;
  readonly kind: ConcernKind;
}

/** What a wave of reminders tells whom today, ticked meanwhile or not; nothing of a milestone that the unit does not use. */
export function concernsOf(
  { milestones }: Round,
  waves: readonly { readonly milestone: MilestoneId; readonly kind: MilestoneWaveKind }[],
  people: MilestonePeople,
): Concern[] {
  return waves.flatMap(({ milestone: id, kind }) => {
    const milestone = milestones.find((each) => each.id === id);
    if (milestone === undefined || people.standingOf(milestone) === 'off') return [];
    return kind === 'reminder' ? reminded(milestone, people) : escalated(milestone, people);
  });
}

function reminded(milestone: RoundMilestone, { atWork, openFor }: MilestonePeople): Concern[] {
  const open = openFor(milestone.id);
  const owners = ownersOf(milestone.owner, atWork, open);
  const isUnheld = milestone.owner === 'head' ? unled(atWork, open).length > 0 : owners.length === 0;
  return [
    ...owners.map(({ id }) => ({ to: id, milestone, kind: 'own' as const })),
    ...(isUnheld ? standInsFor(atWork).map(({ id }) => ({ to: id, milestone, kind: 'unheld' as const })) : []),
  ];
}

function escalated(milestone: RoundMilestone, { atWork, offices, openFor }: MilestonePeople): Concern[] {
  // Every department has done its part: there is nothing to be told.
  if (milestone.owner === 'head' && openFor(milestone.id).length === 0) return [];
  return escalatedTo(atWork, offices).map(({ id }) => ({ to: id, milestone, kind: 'overdue' as const }));
}
