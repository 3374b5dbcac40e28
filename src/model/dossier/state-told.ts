import { isFound, type NominationState } from '../../domain/dossier/nomination.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayKnowFinding } from '../../domain/policy/council.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { decisionRecord, sessionRecord } from '../../records/council.ts';
import type { Nomination } from '../../records/nomination.ts';
import { ownLevel } from '../council/decisions.ts';

/** Awarded and declined are told once published; until then the dossier still awaits a decision, as far as people are told. */
async function publishedState(turn: Turn, { state, decision, council }: Nomination): Promise<NominationState> {
  if ((state !== 'awarded' && state !== 'declined') || decision === null) return state;
  const settledBy = await turn.get(decisionRecord, decision);
  if (settledBy?.data.published !== null) return state;
  if (state === 'declined') return 'notRecommended';
  return council === null || council.level === ownLevel ? 'recommended' : 'forwarded';
}

/** Where a dossier stands as its candidate is told: what the council proposes once its meeting is closed, the result once it is published. */
export async function candidatesState(turn: Turn, nomination: Nomination): Promise<NominationState> {
  const state = await publishedState(turn, nomination);
  if (!isFound(state)) return state;
  if (nomination.council === null) return 'tabled';
  const session = await turn.get(sessionRecord, nomination.council.session);
  return session?.data.state === 'closed' ? state : 'tabled';
}

/** Where a dossier stands, as far as this reader may know; pages take words and colours from it. */
export async function toldState(turn: Turn, reader: Actor, nomination: Nomination): Promise<NominationState> {
  const { candidate, departmentId, state } = nomination;
  if (mayKnowFinding(reader, { ...candidate, departmentId })) return state;
  return candidatesState(turn, nomination);
}
