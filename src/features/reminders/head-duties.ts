import { isMissing, type Standing } from '../../domain/standing.ts';
import { list } from '../../ports/documents.ts';
import { nominationRecord } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Deps } from '../context.ts';
import { departmentOf } from '../people.ts';
import { type DepartmentProgress, type PersonProgress, progressOf } from '../progress.ts';
import type { RoundClock } from './round-clock.ts';
import { standingIn } from './standing-in.ts';

/** What a head of department still has to see to. */
export interface HeadDuties {
  readonly department: DepartmentProgress;
  /** People with something left to do, by given name. */
  readonly missing: readonly PersonProgress[];
  /** The collective dossier; null when the department writes none. */
  readonly collective: Standing | null;
  /** Dossiers that wait for this head's opinion. */
  readonly waiting: number;
  readonly isDone: boolean;
}

/** @param department when the whole unit's progress is already known; else that of the head's department is read */
export async function headDuties(
  deps: Deps,
  clock: RoundClock,
  of: { head: Loaded<Person>; department?: DepartmentProgress },
): Promise<HeadDuties | undefined> {
  const { head } = of;
  const { departmentId } = head.data;
  const department =
    of.department ??
    (await progressOf(deps, clock.round, { at: clock.now, department: departmentId })).departments.at(0);
  if (department === undefined) return undefined;
  const round = clock.round.data.round;
  const reviewed = await list(deps.store, {
    unit: deps.scope.unit,
    type: nominationRecord,
    where: { field: 'reviewer', equals: `${round}:${head.id}` },
  });
  const waiting = reviewed.filter((nomination) => nomination.data.state === 'submitted').length;
  const missing = department.rows.filter((row) => isMissing(row.standing));
  const collective = (await writesCollective(deps, clock, department))
    ? await standingIn(deps, { round, candidate: department.id, presence: 'active' })
    : null;
  const isDone = missing.length === 0 && waiting === 0 && (collective === null || !isMissing(collective));
  return { department, missing, collective, waiting, isDone };
}

/** Whether the office itself may be commended is a setting. */
export async function writesCollective(
  deps: Deps,
  { plan }: RoundClock,
  department: DepartmentProgress,
): Promise<boolean> {
  if (!department.isCollective) return false;
  return plan.settings.officeIsEligible || !(await departmentOf(deps, department.id)).data.isOffice;
}
