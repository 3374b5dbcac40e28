import type { z } from 'zod';
import { moved } from '../../domain/dossier/nomination.ts';
import { sentBackUntil } from '../../model/dossier/dossier.ts';
import { tellWriters } from '../../model/dossier/tell.ts';
import type { Answer } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { reasonFrom } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import type { PageRef } from '../../records/message.ts';
import { reviewReturned } from '../review/refs.ts';
import { changeDossier } from './change-dossier.ts';
import { intakeDossier, type reasonedInput, requireCurrent } from './intake-dossier.ts';
import { intakeReturnForm } from './refs.ts';
import { openAgainUntil, supplementUntil } from './supplement-until.ts';

/** Sends a dossier back with a reason and a supplement deadline of its own; what was written stays. */
export async function returnDossier(ctx: Ctx, input: z.infer<typeof reasonedInput>): Promise<Answer> {
  const { at, actor } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  const form: PageRef = intakeReturnForm.ref({ nomination: id });
  if (data.state === 'returned' && data.returned?.by === actor.id) {
    return openAgainUntil(dossier, data.returned.until, 'intake.returned');
  }
  await requireCurrent(ctx, dossier, input.rev);
  const state = moved(data.state, 'return');
  if (!input.send) return { show: form };
  const typed = { reason: input.reason, until: input.until };
  const reason = reasonFrom(typed, { required: true, form });
  const until = stamp(supplementUntil(dossier, { at, earliest: sentBackUntil(dossier, at), form, typed }));
  await changeDossier(ctx, dossier, {
    command: 'intake.return',
    data: {
      ...data,
      state,
      returned: { by: actor.id, at: stamp(at), reason, until },
      opinionDueAt: null,
      accepted: null,
    },
    owed: await tellWriters(ctx, dossier.nomination, {
      kind: 'nomination.returned',
      at,
      show: reviewReturned.ref({ nomination: id }),
    }),
  });
  return openAgainUntil(dossier, until, 'intake.returned');
}
