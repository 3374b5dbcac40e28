import { beforeDecision, type NominationState } from '../domain/nomination.ts';
import { type CandidateFacts, mayKnowFinding } from '../domain/policy.ts';
import type { Actor } from '../domain/roles.ts';

/** Where a dossier stands, as far as this reader may know; pages take words and colours from it. */
export const toldState = (reader: Actor, candidate: CandidateFacts, state: NominationState): NominationState =>
  mayKnowFinding(reader, candidate) ? state : beforeDecision(state);
