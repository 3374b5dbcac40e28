import { type Owing, owe } from '../../delivery/owe/owe.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Change } from '../../ports/store.ts';
import type { Nomination } from '../../records/nomination.ts';

/** Messages about one dossier's result to whoever it concerns. */
export async function tellConcerned(
  ctx: Ctx,
  { nomination, ...owing }: Omit<Owing, 'to'> & { nomination: Nomination },
): Promise<Change[]> {
  return (await candidatesSide(ctx, nomination)).map((to) => owe(ctx.scope, ctx.at, { ...owing, to }));
}
