import { beforeDecision, type NominationState } from '../../domain/dossier/nomination.ts';
import { mayKnowFinding } from '../../domain/policy/policy.ts';
import type { Actor } from '../../domain/policy/roles.ts';
import type { Deps } from '../../pipeline/context.ts';
import { load } from '../../ports/documents.ts';
import { decisionRecord } from '../../records/council.ts';
import type { Nomination } from '../../records/nomination.ts';

type Read = Pick<Deps, 'store' | 'scope'>;

/** Awarded and declined are told once published; until then the dossier still awaits a decision, as far as people are told. */
export async function publishedState(deps: Read, { state, decision }: Nomination): Promise<NominationState> {
  if ((state !== 'awarded' && state !== 'declined') || decision === null) return state;
  const settledBy = await load(deps.store, deps.scope.unit, decisionRecord, decision);
  return settledBy?.data.published === null ? 'recommended' : state;
}

/** Where a dossier stands, as far as this reader may know; pages take words and colours from it. */
export async function toldState(deps: Read, reader: Actor, nomination: Nomination): Promise<NominationState> {
  const { candidate, departmentId, state } = nomination;
  if (mayKnowFinding(reader, { ...candidate, departmentId })) return state;
  return beforeDecision(await publishedState(deps, nomination));
}
