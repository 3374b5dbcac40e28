import { z } from 'zod';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import { readSummary } from '../../domain/dossier/summary.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { refusedBackTo } from '../../pipeline/inputs.ts';
import { changeDossier } from './change-dossier.ts';
import { formInput, intakeDossier, openRef, requireCurrent } from './intake-dossier.ts';
import { intakeSummaryForm } from './refs.ts';

export const summariseInput = z.strictObject({ ...formInput, summary: z.string().default('') });

/** Until the council has it before it: what it then read stays. */
export const maySummarise = (state: NominationState): boolean => ['submitted', 'opined', 'accepted'].includes(state);

/**
 * The office words the summary of the achievement that lists and papers have.
 * @throws CodedError OFFICE_ONLY, OWN_DOSSIER; Refusal ALREADY_DONE, WRONG_STATE, SUMMARY_LONG back to the form
 */
export async function summarise(ctx: Ctx, input: z.infer<typeof summariseInput>): Promise<Answer> {
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  const form = intakeSummaryForm.ref({ nomination: id });
  const done = show(openRef(id), good('intake.summarised'));
  if (!input.send) return show(form);
  const typed = { summary: input.summary };
  const summary = await refusedBackTo({ show: form, typed }, () => readSummary(input.summary));
  if (summary === (data.summary ?? '')) return done;
  await requireCurrent(ctx, dossier, input.rev);
  if (!maySummarise(data.state)) throw new Refusal('WRONG_STATE', { show: openRef(id) });
  await changeDossier(ctx, dossier, { command: 'intake.summarise', data: { ...data, summary } });
  return done;
}
