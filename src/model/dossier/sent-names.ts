import type { Turn } from '../../pipeline/turn.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { nameApart, namesApart } from '../people/names-apart.ts';
import type { Dossier } from './dossier.ts';

/** Id of a dossier → its candidate's name as it was sent; where two of these have one name, with what tells them apart. */
export async function sentNames(turn: Turn, all: readonly Loaded<Nomination>[]): Promise<ReadonlyMap<string, string>> {
  const named = all.map(({ data }) => ({ id: data.candidate.id, name: data.snapshot?.name ?? '' }));
  const names = await namesApart(turn, named);
  return new Map(all.map(({ id }, i) => [id, names[i] ?? '']));
}

/** The candidate as the dossier names them: as they were when it was sent. */
export const sentAs = ({ nomination, candidate }: Named): { name: string; title: string; departmentName: string } =>
  nomination?.data.snapshot ?? candidate;

/** Their name of then, told from others of the name. */
export const sentName = (turn: Turn, dossier: Named): Promise<string> =>
  nameApart(turn, { id: dossier.candidate.id, name: sentAs(dossier).name });

type Named = Pick<Dossier, 'nomination' | 'candidate'>;
