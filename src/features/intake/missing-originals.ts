import type { Actor } from '../../domain/policy/actor.ts';
import { candidateOf, type Nominee, nominees } from '../../model/dossier/nominees.ts';
import { numbersOf } from '../../model/dossier/number.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { DossierNumber } from '../../records/dossier-number.ts';
import { byRound } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { mayHandle } from './intake-dossier.ts';
import { lacksOriginal } from './queue.ts';

interface MissingOriginal extends Nominee {
  readonly number: DossierNumber | undefined;
  /** What a card names it by: its number, so that many fit on one; while it has none, the candidate's id. */
  readonly key: string;
}

/** Dossiers of a round whose signed original is not recorded and which this clerk may handle, in the order of lists. */
export async function missingOriginals(turn: Turn, actor: Actor, round: string): Promise<MissingOriginal[]> {
  const all = await turn.list(nominationRecord, byRound(round));
  const missing = await nominees(
    turn,
    all.filter(({ data }) => lacksOriginal(data)),
  );
  const numbers = await numbersOf(turn, round);
  return missing
    .filter((each) => mayHandle({ actor }, candidateOf(each)))
    .map((nominee) => {
      const number = numbers.get(nominee.id);
      return { ...nominee, number, key: String(number?.no ?? nominee.id) };
    });
}
