import { keptUntil } from '../../domain/dossier/retention.ts';
import { openedRounds } from '../../model/round/round.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { destructionId, destructionRecord } from '../../records/destruction.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

/** The last day on which the dossiers of this round are kept, `yyyy-MM-dd`; undefined as long as no period is entered. */
export function periodOf(turn: Turn, { data }: Loaded<Round>): string | undefined {
  const years = turn.plan.settings.retention?.dossierYears ?? null;
  return years === null ? undefined : keptUntil(data.year, years);
}

export const isPeriodOver = (turn: Turn, round: Loaded<Round>): boolean => {
  const until = periodOf(turn, round);
  return until !== undefined && until < dayOf(turn);
};

/** Rounds whose period is over and of which nothing was destroyed yet, the oldest first. */
export async function roundsToDestroy(turn: Turn): Promise<Loaded<Round>[]> {
  if (turn.plan.settings.retention === undefined) return [];
  const over = (await openedRounds(turn)).filter((round) => isPeriodOver(turn, round)).reverse();
  const known = await turn.getMany(
    destructionRecord,
    over.map(({ data }) => destructionId(data.round)),
  );
  return over.filter(({ data }) => !known.has(destructionId(data.round)));
}
