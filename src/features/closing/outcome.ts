import type { DateTime } from 'luxon';
import { isMissing } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { ProgressCounts } from '../../model/round/counts.ts';
import { roundFigures } from '../../model/round/figures.ts';
import { closesAt } from '../../model/round/round.ts';
import { readStanding } from '../../model/round/standing.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { RoundResult } from '../../records/closing.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import { type ClosingRound, stillExtended } from './overdue.ts';

type Figures = RoundResult['total'];

/** How a round closed: each person of the roster is in exactly one figure beside `people`. */
export async function outcomeOf(turn: Turn, { round, plan }: ClosingRound, now: DateTime): Promise<RoundResult> {
  const key = round.data.round;
  const { total, departments } = await roundFigures(turn, round, { at: now });
  const extended = await extendedIn(turn, key, now.setZone(plan.zone));
  const collectives = await turn.getMany(
    nominationRecord,
    departments.map(({ id }) => nominationId(key, id)),
  );
  return {
    closesAt: stamp(closesAt(plan, round.data)),
    countedAt: stamp(now),
    total: figuresOf(
      total,
      [...extended.values()].reduce((sum, n) => sum + n, 0),
    ),
    departments: departments.map((department) => ({
      id: department.id,
      ...figuresOf(department, extended.get(department.id) ?? 0),
      collective: collectives.get(nominationId(key, department.id))?.data.state ?? null,
    })),
  };
}

/** By department: how many have something left to do, were not sent back, and have time of their own that still runs. */
async function extendedIn(turn: Turn, round: string, now: DateTime): Promise<ReadonlyMap<string, number>> {
  const people = await turn.getMany(personRecord, [...(await stillExtended(turn, round, now))]);
  const counts = new Map<string, number>();
  for (const { id, data } of people.values()) {
    const presence = presenceOn(data, now.toFormat('yyyy-MM-dd'));
    const standing = await readStanding(turn, round, { id, roles: data.roles, presence });
    if (presence === 'left' || !isMissing(standing) || standing === 'returned') continue;
    counts.set(data.departmentId, (counts.get(data.departmentId) ?? 0) + 1);
  }
  return counts;
}

function figuresOf(counts: ProgressCounts, extended: number): Figures {
  const { people, onLeave, sent, lapsed, returned, declined: declines, missing } = counts;
  return { people, onLeave, sent, lapsed, returned, extended, declines, silent: missing - returned - extended };
}
