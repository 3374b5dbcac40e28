import { DateTime } from 'luxon';
import { CodedError } from '../errors.ts';
import type { Plan } from './plan.ts';

type Milestone = Plan['calendar']['milestones'][number];

/** One round as the plan foresees it; it exists for people only once the office has opened it. */
export interface PlannedRound {
  /** `annual-2026`, `preliminary-2025`, `final-2030` */
  readonly id: string;
  readonly kind: Plan['calendar']['rounds'][number]['kind'];
  readonly year: number;
  readonly name: string;
  /** Start of the proposed day, in the plan's zone. */
  readonly opensOn: DateTime;
  /** Last instant at which a dossier is in time: "trước ngày 01/12" = 30/11 23:59:59.999 in the plan's zone (R-079 … R-081). */
  readonly deadline: DateTime;
  /** `on` is `yyyy-MM-dd`; null = the plan gives none and the office sets it. */
  readonly milestones: readonly {
    readonly id: Milestone['id'];
    readonly owner: Milestone['owner'];
    readonly on: string | null;
  }[];
}

const planned = new WeakMap<Plan, readonly PlannedRound[]>();

/** Every round of the campaign, by year, then in the plan's order. Worked out once for each plan: every message of a launch asks. */
export function plannedRounds(plan: Plan): readonly PlannedRound[] {
  const known = planned.get(plan) ?? roundsOf(plan);
  planned.set(plan, known);
  return known;
}

function roundsOf(plan: Plan): PlannedRound[] {
  return plan.calendar.rounds
    .flatMap((row) => {
      const count = row.toYear - row.fromYear + 1;
      return Array.from({ length: count }, (_, i) => roundOf(plan, row, row.fromYear + i));
    })
    .sort((a, b) => a.year - b.year);
}

/** @throws CodedError NO_SUCH_ROUND {round} */
export function plannedRound(plan: Plan, id: string): PlannedRound {
  const round = plannedRounds(plan).find((each) => each.id === id);
  if (!round) throw new CodedError('NO_SUCH_ROUND', { round: id });
  return round;
}

/**
 * A round is opened, and dated, in its own year.
 * @throws CodedError NO_SUCH_ROUND {round}, ROUND_OVER {name, at}, ROUND_OTHER_YEAR {name, year}
 */
export function roundOfThisYear(plan: Plan, id: string, now: DateTime): PlannedRound {
  const planned = plannedRound(plan, id);
  const { year } = now.setZone(plan.zone);
  if (planned.year < year) throw new CodedError('ROUND_OVER', { name: planned.name, at: planned.deadline });
  if (planned.year > year) throw new CodedError('ROUND_OTHER_YEAR', { name: planned.name, year: planned.year });
  return planned;
}

function roundOf(plan: Plan, row: Plan['calendar']['rounds'][number], year: number): PlannedRound {
  const { zone } = plan;
  return {
    id: `${row.kind}-${year}`,
    kind: row.kind,
    year,
    name: row.name.replaceAll('{year}', String(year)),
    opensOn: DateTime.fromISO(`${year}-${row.opensOn}`, { zone }),
    deadline: DateTime.fromISO(`${year}-${plan.calendar.lastDay}`, { zone }).endOf('day'),
    milestones: plan.calendar.milestones.map(({ id, owner, on, yearAfter }) => ({
      id,
      owner,
      on: on === null ? null : `${yearAfter ? year + 1 : year}-${on}`,
    })),
  };
}
