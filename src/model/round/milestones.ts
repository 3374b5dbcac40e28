import { DateTime } from 'luxon';
import { isDoneByRecord } from '../../domain/calendar/by-record.ts';
import type { Milestone, MilestoneId, MilestoneWaveKind } from '../../domain/calendar/milestones.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type AtWork, directorsOf } from '../../domain/policy/at-work.ts';
import { escalatedTo, ownersOf, standInsFor, unled } from '../../domain/policy/milestone-owners.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { byRound } from '../../records/fields.ts';
import { meetingRecord } from '../../records/meeting.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round, RoundMilestone } from '../../records/round.ts';
import { departments, isOpen, officers } from '../people/people.ts';
import { recordedWork } from './recorded-work.ts';
import { closesAt } from './round.ts';

/** A round's milestones as its calendar sees them. A date that waited for the round counts from the opening. */
export const milestonesOf = ({ opened, milestones }: Round, { zone }: Plan): Milestone[] =>
  milestones.map(({ id, on, done, changed }) => ({
    id,
    on,
    isDone: done !== null,
    since: DateTime.fromISO(changed === null || changed.at < opened.at ? opened.at : changed.at, { zone }),
  }));

/** Who could act on the milestones of a round today, and where something is left to do. */
export interface MilestonePeople {
  /** By given name; those on leave too. */
  readonly officers: readonly Loaded<Person>[];
  readonly atWork: readonly AtWork[];
  /** Ids of the departments that are the office. */
  readonly offices: readonly string[];
  readonly departmentNames: ReadonlyMap<string, string>;
  /** Departments with something left to do for a milestone that the heads own, in protocol order. */
  readonly openFor: (id: MilestoneId) => readonly string[];
  /** Ticked, or the records say that its work is done; `off` when the unit does not use it. */
  readonly standingOf: (milestone: RoundMilestone) => 'open' | 'done' | 'off';
}

/** Whether it would be open without its tick; what the records show as done stays done. */
export const canBeTakenBack = ({ standingOf }: MilestonePeople, milestone: RoundMilestone): boolean =>
  milestone.done !== null && standingOf({ ...milestone, done: null }) !== 'done';

interface Of {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly at: DateTime;
}

export async function milestonePeople(turn: Turn, { round, plan, at }: Of): Promise<MilestonePeople> {
  const key = round.data.round;
  const [people, all, meetings, returned, work] = await Promise.all([
    officers(turn),
    departments(turn),
    turn.list(meetingRecord, byRound(key)),
    turn.list(nominationRecord, nominationBy.state(key, 'returned')),
    recordedWork(turn, round.data, at > closesAt(plan, round.data)),
  ]);
  const today = at.setZone(plan.zone).toFormat('yyyy-MM-dd');
  const collective = all.filter((each) => isOpen(each) && writesCollective(each.data, plan)).map(({ id }) => id);
  const met = new Set(meetings.map(({ data }) => data.departmentId));
  const isMeetingOff = plan.settings.departmentMeeting === 'off';
  const sentBack = new Set(returned.map(({ data }) => data.departmentId));
  const openFor = (id: MilestoneId): readonly string[] => {
    if (id === 'supplement') return collective.filter((department) => sentBack.has(department));
    if (id !== 'departmentMeeting') return collective;
    return isMeetingOff ? [] : collective.filter((department) => !met.has(department));
  };
  return {
    officers: people,
    atWork: people.filter(({ data }) => presenceOn(data, today) === 'active').map(asActor),
    offices: all.filter(({ data }) => data.isOffice).map(({ id }) => id),
    departmentNames: new Map(all.map(({ id, data }) => [id, data.name])),
    openFor,
    standingOf: ({ id, done }) => {
      if (done !== null) return 'done';
      if (id !== 'departmentMeeting') return isDoneByRecord(id, work) ? 'done' : 'open';
      if (isMeetingOff) return 'off';
      return collective.every((department) => met.has(department)) ? 'done' : 'open';
    },
  };
}

/**
 * Why a person is told of a milestone: it is theirs, nobody sees to it, it is overdue and they lead the unit or its office, or they lead the
 * unit and it is the council's day.
 */
export type ConcernKind = 'own' | 'unheld' | 'overdue' | 'informed';

export interface Concern {
  readonly to: string;
  readonly milestone: RoundMilestone;
  readonly kind: ConcernKind;
}

/** What a wave of reminders tells whom today; nothing of a milestone that is done, ticked or not, or that the unit does not use. */
export const concernsOf = (round: Round, waves: readonly WaveOf[], people: MilestonePeople): Concern[] =>
  concernedBy(round, waves, people).filter(({ milestone }) => people.standingOf(milestone) === 'open');

interface WaveOf {
  readonly milestone: MilestoneId;
  readonly kind: MilestoneWaveKind;
  /** `yyyy-MM-dd`, when it goes out. */
  readonly on: string;
}

/** As `concernsOf`, what has been done meanwhile too: for a card that is posted already. */
export function concernedBy({ milestones }: Round, waves: readonly WaveOf[], people: MilestonePeople): Concern[] {
  return waves.flatMap(({ milestone: id, kind, on }) => {
    const milestone = milestones.find((each) => each.id === id);
    if (milestone === undefined || people.standingOf(milestone) === 'off') return [];
    if (kind === 'escalation') return escalated(milestone, people);
    const concerns = reminded(milestone, people);
    return id === 'council' && milestone.on === on ? [...concerns, ...informed(milestone, people, concerns)] : concerns;
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

function informed(milestone: RoundMilestone, { atWork }: MilestonePeople, already: readonly Concern[]): Concern[] {
  return directorsOf(atWork)
    .filter(({ id }) => !already.some(({ to }) => to === id))
    .map(({ id }) => ({ to: id, milestone, kind: 'informed' as const }));
}

function escalated(milestone: RoundMilestone, { atWork, offices, openFor }: MilestonePeople): Concern[] {
  // Every department has done its part: there is nothing to be told.
  if (milestone.owner === 'head' && openFor(milestone.id).length === 0) return [];
  return escalatedTo(atWork, offices).map(({ id }) => ({ to: id, milestone, kind: 'overdue' as const }));
}
