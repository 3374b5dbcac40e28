import { isPaper } from '../../domain/dossier/retention.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import type { Whose } from './whose.ts';

/** Rounds in which somebody has a dossier that is kept. */
export async function keptRounds(turn: Turn, { person, rounds }: Whose): Promise<string[]> {
  const found = await turn.getMany(
    nominationRecord,
    rounds.map((round) => nominationId(round, person.id)),
  );
  return [...found.values()].filter(({ data }) => isPaper(data)).map(({ data }) => data.round);
}
