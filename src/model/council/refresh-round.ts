import { oweRefresh } from '../../delivery/owe/owe.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Change } from '../../ports/store.ts';
import { decidingOf } from './decisions.ts';

/** Cards about the round's decisions are out of date, and what its results say to each candidate. */
export const refreshRound = (turn: Turn, round: string): Change =>
  oweRefresh(turn.scope, turn.at, decidingOf(round), turn.newId());
