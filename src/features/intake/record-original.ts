import { z } from 'zod';
import { isSent } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { formatDate, formatIsoDate, parseDate } from '../../domain/text/format.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { PageRef } from '../../records/message.ts';
import { changeDossier } from './change-dossier.ts';
import { formInput, intakeDossier, openRef, requireCurrent } from './intake-dossier.ts';
import { intakeOriginalForm } from './refs.ts';

export const recordOriginalInput = z.strictObject({ ...formInput, receivedOn: z.string().default('') });

/** "Đã nhận bản chính": the day on which the signed paper came in. A wrong day is put right by recording it again. */
export async function recordOriginal(ctx: Ctx, input: z.infer<typeof recordOriginalInput>): Promise<Answer> {
  const { at } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  const form: PageRef = intakeOriginalForm.ref({ nomination: id });
  const receivedOn = parseDate(input.receivedOn);
  const done = (on: string): Answer => show(openRef(id), good('intake.original', { on: formatIsoDate(on) }));
  if (input.send && receivedOn !== undefined && data.originalReceivedOn === receivedOn) return done(receivedOn);
  await requireCurrent(ctx, dossier, input.rev);
  if (!isSent(data.state)) throw new CodedError('WRONG_STATE', { state: data.state, move: 'original' });
  if (!input.send) return { show: form };
  const back = { show: form, typed: { receivedOn: input.receivedOn } };
  if (receivedOn === undefined) throw new Refusal('DATE_UNREADABLE', back);
  const today = at.setZone(dossier.plan.zone);
  if (receivedOn > today.toFormat('yyyy-MM-dd')) {
    throw new Refusal('DATE_IN_FUTURE', { ...back, facts: { today: formatDate(today) } });
  }
  await changeDossier(ctx, dossier, { command: 'intake.original', data: { ...data, originalReceivedOn: receivedOn } });
  return done(receivedOn);
}
