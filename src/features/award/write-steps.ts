import { oweRefresh } from '../../delivery/owe/owe.ts';
import { canMove, moved, type NominationMove } from '../../domain/dossier/nomination.ts';
import { decidingOf, stepSize } from '../../model/council/decisions.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';

export interface Steps {
  readonly command: string;
  /** Record that the audit names. */
  readonly subject: string;
  readonly move: NominationMove;
  readonly with: (nomination: Nomination) => Partial<Nomination>;
}

/** Moves each dossier that can still go that way, 40 a commit. What an interrupted run left behind is moved by the next; the rest is passed over. */
export async function moveInSteps(ctx: Ctx, all: readonly Nominee[], steps: Steps): Promise<void> {
  const waiting = all.filter(({ nomination }) => canMove(nomination.data.state, steps.move));
  for (let i = 0; i < waiting.length; i += stepSize) {
    const changes = waiting.slice(i, i + stepSize).flatMap(({ nomination }) => {
      const state = moved(nomination.data.state, steps.move);
      return [
        replace(nominationRecord, nomination, { ...nomination.data, ...steps.with(nomination.data), state }),
        oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
      ];
    });
    ctx.commit({ command: steps.command, subject: steps.subject, changes });
    await ctx.settle();
  }
}

/** Cards about the round's decisions are out of date. */
export const refreshRound = (ctx: Ctx, round: string): Change =>
  oweRefresh(ctx.scope, ctx.at, decidingOf(round), ctx.newId());
