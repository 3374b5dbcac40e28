import type { DateTime } from 'luxon';
import type { Progress, ProgressCounts } from '../../model/round/progress.ts';
import { stamp } from '../../ports/commit.ts';
import type { RoundResult } from '../../records/closing.ts';

type Figures = RoundResult['total'];

/** How a round closed: each person of the roster is in exactly one figure beside `people`. */
export function outcomeOf({ total, departments }: Progress, at: { closesAt: DateTime; now: DateTime }): RoundResult {
  return {
    closesAt: stamp(at.closesAt),
    countedAt: stamp(at.now),
    total: figuresOf(total),
    departments: departments.map((department) => ({
      id: department.id,
      ...figuresOf(department),
      collective: department.collective,
    })),
  };
}

const figuresOf = (counts: ProgressCounts): Figures => {
  const { people, onLeave, sent, lapsed, returned, declined: declines } = counts;
  const { notStarted, assessing, undecided, toSend } = counts;
  return { people, onLeave, sent, lapsed, returned, declines, silent: notStarted + assessing + undecided + toSend };
};
