import type { DateTime } from 'luxon';
import { closesAt, openedRounds } from '../../model/round/round.ts';
import type { Deps } from '../../pipeline/context.ts';
import { type RoundClock, roundClock } from './round-clock.ts';

/** Every round that takes dossiers at this instant, the newest first: what a person is reminded of, they are reminded of together. */
export async function openClocks(deps: Deps, at: DateTime): Promise<RoundClock[]> {
  const open = (await openedRounds(deps)).filter((round) => at <= closesAt(deps.plan, round.data));
  return Promise.all(open.map((round) => roundClock(deps, round, at)));
}
