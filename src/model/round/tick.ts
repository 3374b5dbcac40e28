import { oweRefresh } from '../../delivery/owe/owe.ts';
import { isDoneForGood } from '../../domain/calendar/by-record.ts';
import type { MilestoneId } from '../../domain/calendar/milestones.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import type { Loaded } from '../../records/record.ts';
import { type Round, type RoundMilestone, roundRecord } from '../../records/round.ts';
import { recordedWork } from './recorded-work.ts';

/** What a reminder is kept in step by: it lists the milestones of all rounds. */
export const milestonesSubject = 'milestones';

/** Writes these milestones of a round, redraws the cards that show them, and has the calendar look at once: it sets its next look itself. */
export function writeMilestones(turn: Turn, round: Loaded<Round>, changed: readonly RoundMilestone[]): Change[] {
  const rev = round.rev + 1;
  const milestones = round.data.milestones.map((each) => changed.find(({ id }) => id === each.id) ?? each);
  return [
    replace(roundRecord, round, { ...round.data, milestones, nextLookAt: stamp(turn.at) }),
    oweRefresh(turn.scope, turn.at, round.id, rev),
    oweRefresh(turn.scope, turn.at, milestonesSubject, `${round.id}@${rev}`),
  ];
}

/**
 * Ticks what a command has brought to an end, in the name of whoever did: the milestone then says who and when, and posted reminders of it
 * are redrawn. Only what the records, this turn's own changes included, show as done; a milestone that the round does not have, or that was
 * ticked before, stays as it is.
 * @param ids the milestones that this command can complete; whatever else the records show as done, nobody has to tick
 */
export async function tickDone(turn: Turn, round: Loaded<Round>, ids: readonly MilestoneId[]): Promise<Change[]> {
  const open = round.data.milestones.filter(({ id, done }) => ids.includes(id) && done === null);
  if (open.length === 0) return [];
  // None of them waits for the deadline.
  const work = await recordedWork(turn, round.data, true);
  const act = { by: turn.by, at: stamp(turn.at) };
  const ticked = open
    .filter(({ id }) => isDoneForGood(id, work))
    .map((each) => ({ ...each, done: act, changed: act, rev: each.rev + 1 }));
  return ticked.length === 0 ? [] : writeMilestones(turn, round, ticked);
}
