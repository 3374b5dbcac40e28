import type { Actor } from '../../domain/policy/actor.ts';
import { mayAgreeRevocation } from '../../domain/policy/award.ts';
import { awaitsAgreement, isDirectors, named } from '../../model/council/decisions.ts';
import { candidateOf, type Nominee } from '../../model/dossier/nominees.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Decision } from '../../records/council.ts';

/** The dossier of a revocation that is this person's to agree to, whether it waits or not; undefined for everyone else. */
export async function theirsToAgree(turn: Turn, actor: Actor, decision: Decision): Promise<Nominee | undefined> {
  const [dossier] = decision.kind === 'revocation' ? await named(turn, decision) : [];
  if (dossier === undefined) return undefined;
  const candidate = candidateOf(dossier);
  const of = { ofDirector: await isDirectors(turn, candidate), askedBy: decision.proposed?.by ?? '' };
  return mayAgreeRevocation(actor, candidate, of) ? dossier : undefined;
}

/** As `theirsToAgree`, as long as it waits. */
export const agreeable = async (turn: Turn, actor: Actor, decision: Decision): Promise<Nominee | undefined> =>
  awaitsAgreement(decision) ? theirsToAgree(turn, actor, decision) : undefined;
