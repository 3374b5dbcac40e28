import { redraw } from '../../model/dossier/redraw.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { IntakeDossier } from './intake-dossier.ts';

/** Writes a change of the dossier with its audit event, what it owes, and the refresh of cards that show it. */
export async function changeDossier(
  ctx: Ctx,
  dossier: IntakeDossier,
  change: { command: string; data: Nomination; owed?: readonly Change[] },
): Promise<void> {
  const { at } = ctx;
  const { nomination } = dossier;
  ctx.commit({
    command: change.command,
    subject: nomination.id,
    changes: [
      replace(nominationRecord, nomination, change.data),
      ...redraw(ctx.scope, { at, before: nomination, after: change.data }),
      ...(change.owed ?? []),
    ],
  });
}
