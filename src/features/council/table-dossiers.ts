import { oweRefresh } from '../../delivery/owe/owe.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { nominationRecord } from '../../records/nomination.ts';

/** Dossiers moved by one commit: two changes each, beside the session's own. */
export const stepSize = 40;

/** Puts accepted dossiers before the council; those that a former meeting had before it are there already. */
export const tabling = (ctx: Ctx, dossiers: readonly Nominee[]): Change[] =>
  dossiers.flatMap(({ nomination }) =>
    nomination.data.state === 'accepted'
      ? [
          replace(nominationRecord, nomination, { ...nomination.data, state: moved('accepted', 'table') }),
          oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
        ]
      : [],
  );

/** The rest of a long list, in steps. The session already names them all, so a step that a crash took is made up by the next click. */
export async function tableInSteps(ctx: Ctx, session: string, dossiers: readonly Nominee[]): Promise<void> {
  await ctx.settle();
  for (let i = 0; i < dossiers.length; i += stepSize) {
    const changes = tabling(ctx, dossiers.slice(i, i + stepSize));
    if (changes.length === 0) continue;
    ctx.commit({ command: 'council.table', subject: session, changes });
    await ctx.settle();
  }
}
