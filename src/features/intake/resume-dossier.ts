import { z } from 'zod';
import { addWorkingDays } from '../../domain/calendar/calendar.ts';
import { CodedError } from '../../domain/errors.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { askReviewer, tellCandidate } from '../../model/dossier/tell.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { showedBefore } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import type { Nomination } from '../../records/nomination.ts';
import { changeDossier } from './change-dossier.ts';
import { dossierInput, type IntakeDossier, intakeDossier, openRef, requireCurrent } from './intake-dossier.ts';
import { intakeNews } from './refs.ts';

export const resumeDossierInput = z.strictObject(dossierInput);

/** The consideration goes on from where it was stopped; a head who was to give an opinion gets the whole time for it again. */
export async function resumeDossier(ctx: Ctx, input: z.infer<typeof resumeDossierInput>): Promise<Answer> {
  const { at } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  const done = show(openRef(id), good('intake.resumed'));
  if (await isSecondClick(ctx, dossier, input.rev)) return done;
  await requireCurrent(ctx, dossier, input.rev);
  if (data.state !== 'onHold' || data.hold === null) {
    throw new CodedError('WRONG_STATE', { state: data.state, move: 'resume' });
  }
  const { plan, nomination } = dossier;
  const state = data.hold.from;
  const waits = state === 'submitted';
  const opinionDueAt = waits
    ? stamp(addWorkingDays(at, plan.settings.headOpinionWorkingDays, plan))
    : data.opinionDueAt;
  const after: Nomination = { ...data, state, hold: null, opinionDueAt };
  const word = {
    kind: 'intake.resumed',
    at,
    show: intakeNews.ref({ nomination: nomination.id, what: 'resumed', at: stamp(at) }),
  };
  await changeDossier(ctx, dossier, {
    command: 'intake.resume',
    data: after,
    owed: [
      ...(waits ? askReviewer(ctx.scope, { at, before: nomination, after }, plan) : []),
      ...(await tellCandidate(ctx, nomination, word)),
    ],
  });
  return done;
}

/** Nothing in the record says who resumed it, but its history does. */
async function isSecondClick(ctx: Ctx, { nomination }: IntakeDossier, rev: string): Promise<boolean> {
  if (nomination.data.state === 'onHold' || !showedBefore(rev, nomination)) return false;
  const { command, actor } = await lastChange(ctx, nomination.id);
  return command === 'intake.resume' && actor === ctx.me.id;
}
