import { DateTime } from 'luxon';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { extensionRecord } from '../../records/extension.ts';
import { byRound } from '../../records/fields.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { nextDossiers } from './steps.ts';

/** A round with its rules, as the calendar found it. */
export interface ClosingRound {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
}

/** Ids of the candidates whom the office gave time of their own that still runs. */
export async function stillExtended(turn: Turn, round: string, now: DateTime): Promise<Set<string>> {
  const all = await turn.list(extensionRecord, byRound(round));
  const isRunning = (until: string): boolean => now < lapsesFrom(DateTime.fromISO(until));
  return new Set(all.filter(({ data }) => isRunning(data.until)).map(({ data }) => data.candidate.id));
}

/** The first dossiers that are to lapse now: every draft whose candidate has no more time, and those sent back whose own time is over as well. */
export async function overdue(turn: Turn, of: ClosingRound, now: DateTime): Promise<Loaded<Nomination>[]> {
  const key = of.round.data.round;
  const extended = await stillExtended(turn, key, now);
  return nextDossiers(turn, key, {
    state: 'draft',
    keeps: ({ data }) => !extended.has(data.candidate.id),
    orReturned: (nomination) => lapsesFrom(openUntil({ ...of, nomination })) <= now,
  });
}
