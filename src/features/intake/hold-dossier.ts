import { z } from 'zod';
import { moved } from '../../domain/dossier/nomination.ts';
import { tellCandidate } from '../../model/dossier/tell.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { reasonFrom } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import type { PageRef } from '../../records/message.ts';
import { changeDossier } from './change-dossier.ts';
import { formInput, intakeDossier, openRef, requireCurrent } from './intake-dossier.ts';
import { intakeHeld, intakeHoldForm } from './refs.ts';

export const holdDossierInput = z.strictObject({ ...formInput, reason: z.string().default('') });

/**
 * Stops the consideration while discipline or a complaint is being verified; it goes on later from where it stood, under the rules of
 * its round. The candidate is told that, not the reason.
 */
export async function holdDossier(ctx: Ctx, input: z.infer<typeof holdDossierInput>): Promise<Answer> {
  const { at, actor } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  const form: PageRef = intakeHoldForm.ref({ nomination: id });
  const done = show(openRef(id), good('intake.held'));
  if (data.state === 'onHold' && data.hold?.by === actor.id) return done;
  await requireCurrent(ctx, dossier, input.rev);
  const state = moved(data.state, 'hold');
  if (!input.send) return { show: form };
  const reason = reasonFrom({ reason: input.reason }, { required: true, form });
  await changeDossier(ctx, dossier, {
    command: 'intake.hold',
    data: { ...data, state, hold: { by: actor.id, at: stamp(at), reason, from: data.state } },
    owed: await tellCandidate(ctx, dossier.nomination, {
      kind: 'intake.held',
      at,
      show: intakeHeld.ref({ nomination: id }),
    }),
  });
  return done;
}
