import { z } from 'zod';
import { moved } from '../../domain/dossier/nomination.ts';
import { tellCandidate } from '../../model/dossier/tell.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { changeDossier } from './change-dossier.ts';
import { dossierInput, dossierPage, intakeDossier, openRef, requireCurrent } from './intake-dossier.ts';

export const acceptDossierInput = z.strictObject(dossierInput);

/** The office takes a dossier in: from here on it waits for the council. */
export async function acceptDossier(ctx: Ctx, input: z.infer<typeof acceptDossierInput>): Promise<Answer> {
  const { at, actor } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  const done = show(openRef(id), good('intake.accepted'));
  if (data.state === 'accepted' && data.accepted?.by === actor.id) return done;
  await requireCurrent(ctx, dossier, input.rev);
  await changeDossier(ctx, dossier, {
    command: 'intake.accept',
    data: {
      ...data,
      state: moved(data.state, 'accept'),
      accepted: { by: actor.id, at: stamp(at), lateReason: data.late?.reason ?? '' },
    },
    owed: await tellCandidate(ctx, dossier.nomination, {
      kind: 'intake.accepted',
      at,
      show: dossierPage(dossier.nomination),
    }),
  });
  return done;
}
