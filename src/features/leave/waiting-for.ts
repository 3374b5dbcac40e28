import { opinersOf } from '../../model/dossier/opiners.ts';
import { openedRounds } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';

/** The rounds in which dossiers wait for the opinion of somebody, with who gives it today. */
export async function waitingFor(turn: Turn, person: string) {
  const rounds = [];
  for (const { data } of await openedRounds(turn)) {
    const sent = await turn.list(nominationRecord, nominationBy.reviewer(data.round, person));
    const waiting = sent.filter((one) => one.data.state === 'submitted');
    const opiners = await Promise.all(waiting.map((one) => opinersOf(turn, one.data)));
    if (opiners.length > 0) rounds.push({ round: data.round, opiners });
  }
  return rounds;
}
