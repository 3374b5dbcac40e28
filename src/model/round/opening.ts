import type { DateTime } from 'luxon';
import { openingLook } from '../../domain/calendar/opening.ts';
import { type PlannedRound, plannedRounds } from '../../domain/plan/rounds.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { openingId, openingRecord } from '../../records/closing.ts';
import { openedRounds } from './round.ts';

/**
 * From the launch on, the office is reminded of a round that is still to be opened: commit it together with the launch.
 * @param at when the campaign was launched: nobody is reminded of what was planned for days before
 */
export async function oweOpening({ get, scope, plan }: Turn, at: DateTime): Promise<Change> {
  const id = openingId(plan.id);
  const known = await get(openingRecord, id);
  const { next } = openingLook({ plan, opened: new Set(), settledAt: at, now: at });
  const dueAt = next === undefined ? null : stamp(next);
  return put(openingRecord, { ...scope, id }, known, { planId: plan.id, settledAt: stamp(at), dueAt });
}

/** This year's rounds that the office has not opened yet, in the plan's order. */
export async function unopenedRounds(turn: Turn, at: DateTime): Promise<PlannedRound[]> {
  const opened = new Set((await openedRounds(turn)).map(({ data }) => data.round));
  const { year } = at.setZone(turn.plan.zone);
  return plannedRounds(turn.plan).filter((round) => round.year === year && !opened.has(round.id));
}

/** Those of them whose planned day has come and which still have time before their deadline. */
export async function roundsToOpen(turn: Turn, at: DateTime): Promise<PlannedRound[]> {
  return (await unopenedRounds(turn, at)).filter(({ opensOn, deadline }) => opensOn <= at && at <= deadline);
}
