import type { DateTime } from 'luxon';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { auditOf } from '../../ports/commit.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

/** Room is left for the closing itself, the step's own audit event and what ends the work. */
const changesPerStep = 90;
/** With each dossier that moves the store writes what figures ask of it. */
const countedWith = 1;
/** At least four changes belong to each dossier, so a step never needs more of them than this. */
const dossiersPerStep = 22;

/** The next dossiers of a round for one step: those in a state, and when none is left, those sent back that are concerned too. */
export async function nextDossiers(
  turn: Turn,
  round: string,
  which: {
    state: NominationState;
    keeps?: (nomination: Loaded<Nomination>) => boolean;
    orReturned: (nomination: Loaded<Nomination>) => boolean;
  },
): Promise<Loaded<Nomination>[]> {
  const inState = (state: NominationState) => nominationBy.state(round, state);
  const first: Loaded<Nomination>[] = [];
  for await (const nomination of turn.each(nominationRecord, inState(which.state))) {
    if (which.keeps?.(nomination) ?? true) first.push(nomination);
    if (first.length === dossiersPerStep) break;
  }
  if (first.length > 0) return first;
  const returned = await turn.list(nominationRecord, inState('returned'));
  return returned.filter(which.orReturned).slice(0, dossiersPerStep);
}

/** The changes of the first of these dossiers, as many as one transaction takes; the rest is for the next step. */
export async function asManyAsFit(
  dossiers: readonly Loaded<Nomination>[],
  changesOf: (nomination: Loaded<Nomination>) => Promise<readonly Change[]>,
): Promise<{ changes: Change[]; count: number }> {
  const changes: Change[] = [];
  let [count, taken] = [0, 0];
  for (const nomination of dossiers) {
    const more = await changesOf(nomination);
    taken += more.length + countedWith;
    if (count > 0 && taken > changesPerStep) break;
    changes.push(...more);
    count += 1;
  }
  return { changes, count };
}

/** Each dossier's own history says what the calendar did to it, beside the event of the step. */
export const audited = (turn: Turn, event: { at: DateTime; command: string; subject: string }): Change =>
  auditOf(turn.scope, { ...event, actor: 'system' }).change;
