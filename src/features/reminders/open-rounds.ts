import type { DateTime } from 'luxon';
import { closesAt, openedRounds } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type RoundClock, roundClock } from './round-clock.ts';

/** Every round that takes dossiers at this instant, the newest first: what a person is reminded of, they are reminded of together. */
export async function openClocks(turn: Turn, at: DateTime): Promise<RoundClock[]> {
  const open = (await openedRounds(turn)).filter((round) => at <= closesAt(turn.plan, round.data));
  return Promise.all(open.map((round) => roundClock(turn, round, at)));
}
