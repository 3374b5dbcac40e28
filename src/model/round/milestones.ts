import { DateTime } from 'luxon';
import type { Milestone, MilestoneId } from '../../domain/calendar/milestones.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { AtWork } from '../../domain/policy/at-work.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { byRound } from '../../records/fields.ts';
import { meetingRecord } from '../../records/meeting.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round, RoundMilestone } from '../../records/round.ts';
import { departments, officers } from '../people/people.ts';

/** A round's milestones as its calendar sees them. */
export const milestonesOf = ({ opened, milestones }: Round, { zone }: Plan): Milestone[] =>
  milestones.map(({ id, on, done, changed }) => ({
    id,
    on,
    isDone: done !== null,
    since: DateTime.fromISO((changed ?? opened).at, { zone }),
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
  /** Ticked, or every department's own record says so; `off` when the unit does not use it. */
  readonly standingOf: (milestone: RoundMilestone) => 'open' | 'done' | 'off';
}

interface Of {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly at: DateTime;
}

export async function milestonePeople(turn: Turn, { round, plan, at }: Of): Promise<MilestonePeople> {
  const key = round.data.round;
  const [people, all, meetings, returned] = await Promise.all([
    officers(turn),
    departments(turn),
    turn.list(meetingRecord, byRound(key)),
    turn.list(nominationRecord, nominationBy.state(key, 'returned')),
  ]);
  const today = at.setZone(plan.zone).toFormat('yyyy-MM-dd');
  const collective = all.filter(({ data }) => writesCollective(data, plan)).map(({ id }) => id);
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
    atWork: people
      .filter(({ data }) => presenceOn(data, today) === 'active')
      .map(({ id, data }) => ({ id, roles: data.roles, departmentId: data.departmentId })),
    offices: all.filter(({ data }) => data.isOffice).map(({ id }) => id),
    departmentNames: new Map(all.map(({ id, data }) => [id, data.name])),
    openFor,
    standingOf: ({ id, owner, done }) => {
      if (done !== null) return 'done';
      if (id !== 'departmentMeeting') return 'open';
      if (isMeetingOff) return 'off';
      return owner === 'head' && openFor(id).length === 0 ? 'done' : 'open';
    },
  };
}
