import { owe } from '../../delivery/owe/owe.ts';
import { presides } from '../../domain/policy/council.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { isCouncilSecretary } from '../../domain/policy/posts.ts';
import { actorsWho } from '../../model/council/decisions.ts';
import { candidateOf, type Nominee } from '../../model/dossier/nominees.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Change } from '../../ports/store.ts';
import { councilSession } from './refs.ts';

/** Whose own case no secretary may record, of these dossiers. */
async function ofSecretaries(turn: Turn, dossiers: readonly Nominee[]): Promise<readonly Nominee[]> {
  const secretaries = await actorsWho(turn, isCouncilSecretary);
  if (secretaries.length === 0) return [];
  return dossiers.filter((dossier) => secretaries.every((secretary) => isOwn(secretary, candidateOf(dossier))));
}

/** Tells the chair and the vice-chair that a case before the meeting is theirs to record: nobody else may. */
export async function tellPresiding(
  ctx: Ctx,
  session: { readonly id: string; readonly rev: number },
  dossiers: readonly Nominee[],
): Promise<Change[]> {
  const own = await ofSecretaries(ctx, dossiers);
  if (own.length === 0) return [];
  return (await actorsWho(ctx, presides))
    .filter((chair) => own.some((dossier) => !isOwn(chair, candidateOf(dossier))))
    .map((chair) =>
      owe(ctx.scope, ctx.at, {
        to: chair.id,
        kind: 'council.secretaryCase',
        show: councilSession.ref({ session: session.id }),
        subject: session.id,
        rev: session.rev,
        urgent: true,
      }),
    );
}
