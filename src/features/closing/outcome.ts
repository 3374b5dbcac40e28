import type { DateTime } from 'luxon';
import type { Standing } from '../../domain/dossier/standing.ts';
import type { DepartmentProgress, Progress } from '../../model/round/progress.ts';
import { stamp } from '../../ports/commit.ts';
import type { RoundResult } from '../../records/closing.ts';

type Figures = RoundResult['total'];

const figureOf: Readonly<Partial<Record<Standing, keyof Figures>>> = {
  sent: 'sent',
  waitingOpinion: 'sent',
  lapsed: 'lapsed',
  returned: 'returned',
  declined: 'declines',
  onLeave: 'onLeave',
};

const none: Figures = { people: 0, onLeave: 0, sent: 0, lapsed: 0, returned: 0, declines: 0, silent: 0 };

/** How a round closed: each person of the roster is in exactly one figure beside `people`. */
export function outcomeOf(progress: Progress, at: { closesAt: DateTime; now: DateTime }): RoundResult {
  const departments = progress.departments.map((department) => ({
    id: department.id,
    ...figuresOf(department),
    collective: department.collective,
  }));
  return { closesAt: stamp(at.closesAt), countedAt: stamp(at.now), total: departments.reduce(sum, none), departments };
}

function figuresOf({ rows }: DepartmentProgress): Figures {
  const figures = { ...none, people: rows.length };
  for (const { standing } of rows) figures[figureOf[standing] ?? 'silent'] += 1;
  return figures;
}

const sum = (a: Figures, b: Figures): Figures => ({
  people: a.people + b.people,
  onLeave: a.onLeave + b.onLeave,
  sent: a.sent + b.sent,
  lapsed: a.lapsed + b.lapsed,
  returned: a.returned + b.returned,
  declines: a.declines + b.declines,
  silent: a.silent + b.silent,
});
