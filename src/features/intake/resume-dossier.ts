import { z } from 'zod';
import { addWorkingDays } from '../../domain/calendar.ts';
import { CodedError } from '../../domain/errors.ts';
import { stamp } from '../../ports/commit.ts';
import { type Answer, good, show } from '../answer.ts';
import type { Ctx } from '../context.ts';
import { changeDossier } from './change-dossier.ts';
import { dossierInput, dossierPage, intakeDossier, openRef, requireCurrent } from './intake-dossier.ts';
import { tellCandidate } from './tell-candidate.ts';

export const resumeDossierInput = z.strictObject(dossierInput);

/** The consideration goes on from where it was stopped; a head who was to give an opinion gets the whole time for it again. */
export async function resumeDossier(ctx: Ctx, input: z.infer<typeof resumeDossierInput>): Promise<Answer> {
  const { deps, at } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  await requireCurrent(ctx, dossier, input.rev);
  if (data.state !== 'onHold' || data.hold === null) {
    throw new CodedError('WRONG_STATE', { state: data.state, move: 'resume' });
  }
  const { plan } = dossier;
  const days = plan.settings.headOpinionWorkingDays;
  await changeDossier(ctx, dossier, {
    command: 'intake.resume',
    data: {
      ...data,
      state: data.hold.from,
      hold: null,
      opinionDueAt: data.hold.from === 'submitted' ? stamp(addWorkingDays(at, days, plan)) : data.opinionDueAt,
    },
    owed: await tellCandidate(deps, dossier, {
      kind: 'intake.resumed',
      at,
      show: dossierPage(dossier.nomination),
    }),
  });
  return show('intake.open', openRef(id).params, good('intake.resumed'));
}
