import type { DateTime } from 'luxon';
import { supplementDeadline } from '../../domain/calendar/supplement.ts';
import { CodedError } from '../../domain/errors.ts';
import { type Dossier, loadDossier } from '../../model/dossier/dossier.ts';
import { isHere, personOf } from '../../model/people/people.ts';
import { closesAt } from '../../model/round/round.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { mayHandle, requireOffice } from './intake-dossier.ts';

/** @param id of the dossier, which need not exist. @throws CodedError NOTHING_TO_SHOW, NO_ROUND, NOT_COLLECTIVE */
export async function readUnsent(turn: Turn, id: string): Promise<Dossier> {
  const [, round, candidate] = /^nomination:([^:]+):(.+)$/.exec(id) ?? [];
  if (round === undefined || candidate === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return loadDossier(turn, round, candidate);
}

/** The same, to act on. @throws CodedError OFFICE_ONLY, OWN_DOSSIER and those of `readUnsent` */
export async function unsentDossier(ctx: Ctx, id: string): Promise<Dossier> {
  requireOffice(ctx);
  const dossier = await readUnsent(ctx, id);
  if (!mayHandle(ctx, dossier.candidate)) throw new CodedError('OWN_DOSSIER');
  return dossier;
}

/** Whoever has left sends nothing any more, however much time there is. */
export async function hasLeft(turn: Turn, { candidate }: Pick<Dossier, 'candidate'>): Promise<boolean> {
  return candidate.kind === 'person' && !isHere(turn, (await personOf(turn, candidate.id)).data);
}

/** Not sent, and not lapsed: what lapsed is opened again. */
export const extendable = ({ nomination }: Dossier): boolean =>
  nomination === undefined || ['draft', 'withdrawn', 'returned'].includes(nomination.data.state);

/** Whatever was given before: the last one counts, also when it ends earlier. */
export const earliestExtension = ({ plan, round }: Dossier, at: DateTime): DateTime =>
  supplementDeadline(at, closesAt(plan, round.data), plan);

/** Changes with the dossier and with the time that was given for it. */
export const unsentVersion = ({ nomination, extension }: Dossier): string =>
  `${nomination?.rev ?? 0}.${extension?.rev ?? 0}`;
