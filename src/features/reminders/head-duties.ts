import type { DateTime } from 'luxon';
import { hasSent, isMissing, type Standing } from '../../domain/dossier/standing.ts';
import type { DepartmentFigures } from '../../model/round/figures.ts';
import { type DepartmentProgress, type PersonProgress, progressOf } from '../../model/round/progress.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { type Figures, figuresOf } from './figures.ts';
import { openIn } from './lists.ts';
import type { RoundClock } from './round-clock.ts';
import { waitsSince } from './waits.ts';

/** What whoever leads a department still has to see to. */
export interface HeadDuties {
  readonly department: DepartmentProgress;
  /** People with something left to do, by given name. */
  readonly missing: readonly PersonProgress[];
  /** The collective dossier; null when the department writes none. */
  readonly collective: Standing | null;
  /** Dossiers that wait for the head's opinion, longest first. */
  readonly waiting: readonly { readonly id: string; readonly name: string; readonly since: DateTime }[];
  readonly isDone: boolean;
  readonly figures: Figures;
}

/** @param waiting dossiers that wait for the opinion of the department's head, in any order */
function dutiesOf(
  clock: RoundClock,
  department: DepartmentProgress,
  waiting: readonly Loaded<Nomination>[],
): HeadDuties {
  const missing = department.rows.filter((row) => isMissing(row.standing));
  const collective = department.writesCollective ? department.collectiveStanding : null;
  return {
    department,
    missing,
    collective,
    waiting: waiting
      .map(({ data }) => ({ id: data.candidate.id, name: data.snapshot?.name ?? '—', since: waitsSince(clock, data) }))
      .sort((a, b) => a.since.toMillis() - b.since.toMillis()),
    isDone: openIn(department, waiting.length) === 0,
    figures: figuresOf(department, hasSentCollective(department) ? 1 : 0),
  };
}

/** @param of `reviewers`: whose opinions are waited for. Undefined when there is no such department */
export async function headDuties(
  turn: Turn,
  clock: RoundClock,
  of: { departmentId: string; reviewers: readonly string[] },
): Promise<HeadDuties | undefined> {
  const department = await progressOf(turn, clock.round, { at: clock.now, department: of.departmentId });
  if (department === undefined) return undefined;
  const reviewed = await Promise.all(
    of.reviewers.map((reviewer) =>
      turn.list(nominationRecord, nominationBy.reviewer(clock.round.data.round, reviewer)),
    ),
  );
  return dutiesOf(
    clock,
    department,
    reviewed.flat().filter(({ data }) => data.state === 'submitted'),
  );
}

export const hasSentCollective = ({ collectiveStanding }: DepartmentFigures): boolean => hasSent(collectiveStanding);
