import type { Turn } from '../../pipeline/turn.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { namesApart } from '../people/names-apart.ts';

/** Id of a dossier → its candidate's name as it was sent; where two of these have one name, with what tells them apart. */
export async function sentNames(turn: Turn, all: readonly Loaded<Nomination>[]): Promise<ReadonlyMap<string, string>> {
  const named = all.map(({ data }) => ({ id: data.candidate.id, name: data.snapshot?.name ?? '' }));
  const names = await namesApart(turn, named);
  return new Map(all.map(({ id }, i) => [id, names[i] ?? '']));
}
