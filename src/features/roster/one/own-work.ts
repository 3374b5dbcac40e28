import { isSent } from '../../../domain/dossier/nomination.ts';
import { loadDossier } from '../../../model/dossier/dossier.ts';
import { isWritable } from '../../../model/dossier/own.ts';
import { openedRounds, roundInText } from '../../../model/round/round.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { nominationBy, nominationRecord } from '../../../records/nomination.ts';

/** What somebody has under way, by the names of rounds, and what waits for them. */
export interface OwnWork {
  readonly unsent: readonly string[];
  readonly sent: readonly string[];
  /** Dossiers of others that wait for their opinion. */
  readonly opinions: number;
}

/** It is over when it was decided on. */
const over = ['awarded', 'declined', 'declinedBySo', 'revoked'];

export async function ownWork(turn: Turn, personId: string): Promise<OwnWork> {
  const [unsent, sent]: [string[], string[]] = [[], []];
  let opinions = 0;
  for (const round of await openedRounds(turn)) {
    const dossier = await loadDossier(turn, round.data.round, personId);
    const { nomination, assessment, facts, plan } = dossier;
    const name = roundInText(plan, round);
    if (nomination !== undefined && isSent(facts.state)) {
      if (!over.includes(facts.state)) sent.push(name);
    } else if ((nomination ?? assessment) !== undefined && isWritable(dossier, turn.at)) unsent.push(name);
    const asked = await turn.list(nominationRecord, nominationBy.reviewer(round.data.round, personId));
    opinions += asked.filter(({ data }) => data.state === 'submitted').length;
  }
  return { unsent, sent, opinions };
}
