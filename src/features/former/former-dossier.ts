import type { Opiners } from '../../domain/policy/acting.ts';
import { formerLeaders, mayStillBeSaid } from '../../model/dossier/former.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type FormerOpinion, formerOpinionRecord } from '../../records/former-opinion.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

export interface Asked {
  readonly former: Loaded<FormerOpinion>;
  readonly dossier: Loaded<Nomination>;
  readonly leaders: Opiners;
  /** The council does not have the dossier before it yet. */
  readonly isOpen: boolean;
}

/** What is asked of a department left, for somebody who speaks for it or has spoken; undefined for everyone else, and before it is sent. */
export async function askedOf(turn: Turn, id: string, personId: string): Promise<Asked | undefined> {
  const former = await turn.get(formerOpinionRecord, id);
  if (former === undefined) return undefined;
  const { round, candidate, departmentId, opinion } = former.data;
  const dossier = await turn.get(nominationRecord, nominationId(round, candidate.id));
  if (dossier === undefined || dossier.data.submitted === null || dossier.data.departmentId === departmentId)
    return undefined;
  const leaders = await formerLeaders(turn, former.data);
  if (!leaders.may.includes(personId) && opinion?.by !== personId) return undefined;
  const isOpen = leaders.may.includes(personId) && mayStillBeSaid(dossier.data.state);
  return { former, dossier, leaders, isOpen };
}
