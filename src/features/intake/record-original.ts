import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { receivedDay } from '../../model/dossier/received-day.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
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
  const typedDay = parseDate(input.receivedOn);
  const done = (on: string): Answer => show(openRef(id), good('intake.original', { on: formatIsoDate(on) }));
  if (input.send && typedDay !== undefined && data.originalReceivedOn === typedDay) return done(typedDay);
  await requireCurrent(ctx, dossier, input.rev);
  // Whatever has become of it since: the paper may come in after the award.
  if (data.submitted === null) throw new CodedError('WRONG_STATE', { state: data.state, move: 'original' });
  if (!input.send) return { show: form };
  const back = { show: form, typed: { receivedOn: input.receivedOn } };
  const receivedOn = receivedDay(input.receivedOn, { at, plan: dossier.plan, back });
  await changeDossier(ctx, dossier, { command: 'intake.original', data: { ...data, originalReceivedOn: receivedOn } });
  return done(receivedOn);
}
