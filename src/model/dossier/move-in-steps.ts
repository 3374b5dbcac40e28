import { oweRefresh } from '../../delivery/owe/owe.ts';
import { canMove, moved, type NominationMove } from '../../domain/dossier/nomination.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import { MAX_CHANGES } from '../../ports/limits.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Nominee } from './nominees.ts';

/** Dossiers moved by one commit: two changes each, beside what the command itself writes. */
export const stepSize = 40;

interface Steps {
  readonly command: string;
  /** Record that the audit names. */
  readonly subject: string;
  readonly move: NominationMove;
  /** What is written beside the state. */
  readonly with?: (nomination: Nomination) => Partial<Nomination>;
}

/**
 * Moves each dossier that can still go that way, 40 a commit, the first ones together with what the turn has decided before, as long as one
 * commit holds both. What an interrupted run left behind is moved by the next; the rest is passed over.
 */
export async function moveInSteps(turn: Turn, all: readonly Nominee[], steps: Steps): Promise<void> {
  const { command, subject, move, with: more = () => ({}) } = steps;
  const waiting = all.filter(({ nomination }) => canMove(nomination.data.state, move));
  for (let i = 0; i < waiting.length; i += stepSize) {
    const changes = waiting.slice(i, i + stepSize).flatMap(({ nomination }) => {
      const state = moved(nomination.data.state, move);
      return [
        replace(nominationRecord, nomination, { ...nomination.data, ...more(nomination.data), state }),
        oweRefresh(turn.scope, turn.at, nomination.id, nomination.rev + 1),
      ];
    });
    // With the event that tells of them.
    if (turn.store.staged.length + changes.length + 1 > MAX_CHANGES) await turn.settle();
    turn.commit({ command, subject, changes });
    await turn.settle();
  }
}
