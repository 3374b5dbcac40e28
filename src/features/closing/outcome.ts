import type { DateTime } from 'luxon';
import { isMissing } from '../../domain/dossier/standing.ts';
import type { PersonProgress, Progress, ProgressCounts } from '../../model/round/progress.ts';
import { stamp } from '../../ports/commit.ts';
import type { RoundResult } from '../../records/closing.ts';

type Figures = RoundResult['total'];

interface Closed {
  readonly closesAt: DateTime;
  readonly now: DateTime;
  /** Ids of the candidates whose own time still runs. */
  readonly extended: ReadonlySet<string>;
}

/** How a round closed: each person of the roster is in exactly one figure beside `people`. */
export function outcomeOf({ total, departments }: Progress, { closesAt, now, extended }: Closed): RoundResult {
  const everyone = departments.flatMap(({ rows }) => rows);
  return {
    closesAt: stamp(closesAt),
    countedAt: stamp(now),
    total: figuresOf(total, everyone, extended),
    departments: departments.map((department) => ({
      id: department.id,
      ...figuresOf(department, department.rows, extended),
      collective: department.collective,
    })),
  };
}

function figuresOf(counts: ProgressCounts, rows: readonly PersonProgress[], hasTime: ReadonlySet<string>): Figures {
  const { people, onLeave, sent, lapsed, returned, declined: declines, missing } = counts;
  const extended = rows.filter(
    ({ id, standing }) => isMissing(standing) && standing !== 'returned' && hasTime.has(id),
  ).length;
  return { people, onLeave, sent, lapsed, returned, extended, declines, silent: missing - returned - extended };
}
