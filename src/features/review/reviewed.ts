import { CodedError } from '../../domain/errors.ts';
import { type Dossier, loadDossier } from '../../model/dossier/dossier.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

export interface Reviewed extends Dossier {
  readonly nomination: Loaded<Nomination>;
}

/** @throws CodedError NOTHING_TO_SHOW */
async function nominationOf(turn: Turn, id: string): Promise<Loaded<Nomination>> {
  const nomination = await turn.get(nominationRecord, id);
  if (nomination === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return nomination;
}

/** The dossier by its nomination's id. @throws CodedError NOTHING_TO_SHOW */
export async function reviewed(turn: Turn, id: string): Promise<Reviewed> {
  const nomination = await nominationOf(turn, id);
  const dossier = await loadDossier(turn, nomination.data.round, nomination.data.candidate.id);
  return { ...dossier, nomination };
}
