import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe.ts';
import { canMove, isSent, moved } from '../../domain/nomination.ts';
import { commit } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { type Answer, good, Refusal, show } from '../answer.ts';
import type { Ctx } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { lookAgain } from '../look-again.ts';
import { holders } from '../people.ts';
import { idsOf, ownDossier, whose } from './own-dossier.ts';

export const withdrawDossierInput = z.strictObject({
  ...whose,
  /** Revision of the nomination that the confirm card showed. */
  rev: z.string().default(''),
  confirm: z.string().default(''),
});
type Input = z.infer<typeof withdrawDossierInput>;

/** Takes the dossier back until the council has it; at the first click only asks for confirmation. */
export const withdrawDossier = (ctx: Ctx, input: Input): Promise<Answer> => lookAgain(() => withdraw(ctx, input));

async function withdraw(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  const ids = idsOf(dossier);
  const { nomination } = dossier;
  const done = show('dossier.show', ids, good('nomination.withdrawn'));
  if (nomination?.data.state === 'withdrawn') return done;
  if (nomination === undefined || !canMove(nomination.data.state, 'withdraw')) {
    throw new Refusal('CANNOT_WITHDRAW', { facts: { office: dossier.plan.unit.office }, show: done.show });
  }
  if (input.confirm !== 'yes') return show('nomination.withdraw', ids);
  if (input.rev !== String(nomination.rev)) {
    throw new Refusal('DOSSIER_CHANGED', { show: { page: 'nomination.withdraw', params: ids } });
  }
  await takeBack(ctx, dossier, nomination);
  return done;
}

async function takeBack(ctx: Ctx, dossier: Dossier, nomination: Loaded<Nomination>): Promise<void> {
  const { deps, at } = ctx;
  const rev = nomination.rev + 1;
  await commit({
    store: deps.store,
    scope: deps.scope,
    at,
    actor: ctx.me.id,
    command: 'nomination.withdraw',
    subject: nomination.id,
    facts: { from: nomination.data.state },
    changes: [
      replace(nominationRecord, nomination, {
        ...nomination.data,
        state: moved(nomination.data.state, 'withdraw'),
        opinionDueAt: null,
      }),
      ...(await notices(ctx, dossier, { subject: nomination.id, rev })),
      oweRefresh(deps.scope, at, nomination.id, rev),
    ],
  });
  deps.wake();
}

/** Told: who was asked for an opinion, and the office once the dossier had come to it. Nobody, when it was never sent. */
async function notices(
  { deps, at, me }: Ctx,
  dossier: Dossier,
  about: { subject: string; rev: number },
): Promise<Change[]> {
  const { state, snapshot } = dossier.nomination?.data ?? { state: 'draft' as const, snapshot: null };
  if (!isSent(state) && state !== 'returned') return [];
  const office = state === 'submitted' ? [] : (await holders(deps, 'office')).map((p) => p.id);
  const reviewer = snapshot?.reviewerId ?? null;
  const told = new Set([...(reviewer === null ? [] : [reviewer]), ...office]);
  told.delete(me.id);
  const page = { page: 'nomination.withdrawnNotice', params: idsOf(dossier) };
  return [...told].map((to) => owe(deps.scope, at, { ...about, to, kind: 'nomination.withdrawn', show: page }));
}
