import { z } from 'zod';
import { owe } from '../../delivery/owe/owe.ts';
import { canMove, isSent, moved } from '../../domain/dossier/nomination.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { candidatesDossier, idsOf, whose } from '../../model/dossier/own.ts';
import { redraw } from '../../model/dossier/redraw.ts';
import { tellOffice } from '../../model/people/tell-office.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, showsNow, version } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { dossierShow, nominationWithdraw, nominationWithdrawnNotice } from './refs.ts';

export const withdrawDossierInput = z.strictObject({
  ...whose,
  /** Revision of the nomination that the confirm card showed. */
  rev: version,
  confirm: confirmation,
});
type Input = z.infer<typeof withdrawDossierInput>;

/** Takes the dossier back until the council has it; at the first click only asks for confirmation. */
export async function withdrawDossier(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await candidatesDossier(ctx, input);
  const ids = idsOf(dossier);
  const { nomination } = dossier;
  const done = show(dossierShow.ref(ids), good('nomination.withdrawn'));
  if (nomination?.data.state === 'withdrawn') return done;
  if (nomination === undefined || !canMove(nomination.data.state, 'withdraw')) {
    throw new Refusal('CANNOT_WITHDRAW', { show: done.show });
  }
  if (!input.confirm) return show(nominationWithdraw.ref(ids));
  if (!showsNow(input.rev, nomination)) {
    throw new Refusal('DOSSIER_CHANGED', { show: nominationWithdraw.ref(ids) });
  }
  await takeBack(ctx, dossier, nomination);
  return done;
}

async function takeBack(ctx: Ctx, dossier: Dossier, nomination: Loaded<Nomination>): Promise<void> {
  const { at } = ctx;
  const { acts } = await opinersOf(ctx, nomination.data);
  const after: Nomination = {
    ...nomination.data,
    state: moved(nomination.data.state, 'withdraw'),
    opinionDueAt: null,
  };
  ctx.commit({
    command: 'nomination.withdraw',
    subject: nomination.id,
    facts: { from: nomination.data.state },
    changes: [
      replace(nominationRecord, nomination, after),
      ...(await notices(ctx, dossier, { nomination, acts })),
      ...redraw(ctx.scope, { at, before: nomination, after, acts }),
    ],
  });
}

/** Told: who was asked for an opinion, and the office once the dossier had come to it. Nobody, when it was never sent. */
async function notices(
  ctx: Ctx,
  dossier: Dossier,
  { nomination, acts }: { nomination: Loaded<Nomination>; acts: string | null },
): Promise<Change[]> {
  const { state, snapshot } = nomination.data;
  if (!isSent(state) && state !== 'returned') return [];
  const word = {
    subject: nomination.id,
    rev: nomination.rev + 1,
    kind: 'nomination.withdrawn',
    show: nominationWithdrawnNotice.ref(idsOf(dossier)),
  };
  const reviewer = acts ?? snapshot?.reviewerId ?? null;
  const asked = reviewer === null || reviewer === ctx.me.id ? [] : [reviewer];
  return [
    ...asked.map((to) => owe(ctx.scope, ctx.at, { ...word, to })),
    ...(state === 'submitted'
      ? []
      : [await tellOffice(ctx, { ...word, at: ctx.at, by: ctx.me.id, except: [ctx.me.id, ...asked] })]),
  ];
}
