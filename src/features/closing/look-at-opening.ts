import { DateTime } from 'luxon';
import { openingLook } from '../../domain/calendar/opening.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { holders } from '../../model/people/people.ts';
import { campaignOf, openedRounds } from '../../model/round/round.ts';
import { tellMorning } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { type Opening, openingRecord } from '../../records/closing.ts';
import type { Loaded } from '../../records/record.ts';
import { closingToOpen } from './refs.ts';

/**
 * The office is reminded that a round of the year is still to be opened (it opens by the office's click alone): on the plan's day and each
 * Monday after. What it is reminded of is settled in the same commit, so a second look, or one after days of downtime, says it once.
 */
export async function lookAtOpening(turn: Turn, opening: Loaded<Opening>): Promise<void> {
  const { plan } = turn;
  const now = turn.clock.now().setZone(plan.zone);
  if ((await campaignOf(turn)) === undefined) {
    // Taken back; the next launch begins anew.
    turn.ride([replace(openingRecord, opening, { ...opening.data, dueAt: null })]);
    return;
  }
  const opened = new Set((await openedRounds(turn)).map(({ data }) => data.round));
  const settledAt = DateTime.fromISO(opening.data.settledAt, { zone: plan.zone });
  const { due, next } = openingLook({ plan, opened, settledAt, now });
  const dueAt = next === undefined ? null : stamp(next);
  if (due.length === 0) {
    turn.ride([replace(openingRecord, opening, { ...opening.data, dueAt })]);
    return;
  }
  const told = (await holders(turn, isOffice)).map(({ id }) => ({ to: id, section: closingToOpen.ref({}) }));
  turn.commit({
    command: 'calendar.toOpen',
    subject: opening.id,
    facts: { rounds: due.map(({ id }) => id).join(' ') },
    changes: [
      replace(openingRecord, opening, { ...opening.data, settledAt: stamp(now), dueAt }),
      ...(await tellMorning(turn, { at: now, subject: `${opening.id}@${opening.rev + 1}`, told })),
    ],
  });
}
