import { beforeDecision, type NominationState } from '../../domain/dossier/nomination.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayKnowFinding } from '../../domain/policy/council.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { decisionRecord } from '../../records/council.ts';
import type { Nomination } from '../../records/nomination.ts';

/** Awarded and declined are told once published; until then the dossier still awaits a decision, as far as people are told. */
export async function publishedState(turn: Turn, { state, decision }: Nomination): Promise<NominationState> {
  if ((state !== 'awarded' && state !== 'declined') || decision === null) return state;
  const settledBy = await turn.get(decisionRecord, decision);
  return settledBy?.data.published === null ? 'recommended' : state;
}

/** Where a dossier stands, as far as this reader may know; pages take words and colours from it. */
export async function toldState(turn: Turn, reader: Actor, nomination: Nomination): Promise<NominationState> {
  const { candidate, departmentId, state } = nomination;
  if (mayKnowFinding(reader, { ...candidate, departmentId })) return state;
  return beforeDecision(await publishedState(turn, nomination));
}
