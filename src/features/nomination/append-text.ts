import { z } from 'zod';
import { tidy } from '../../domain/text/vietnamese.ts';
import { chosenFrom } from '../../model/dossier/criterion-choices.ts';
import { assessmentOf } from '../../model/dossier/dossier.ts';
import { idsOf, ownDossier, refreshed, requireWritable } from '../../model/dossier/own.ts';
import { type Answer, Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { assessmentId } from '../../records/assessment.ts';
import { questionOffer } from '../questions/refs.ts';
import { answersFrom, baseOf, requireKeepable, savedRemark } from './answers.ts';
import { criterionOf } from './criterion.ts';
import { openAssessment } from './open-assessment.ts';
import { writeAssessment } from './write-assessment.ts';

export const appendTextInput = z.strictObject({
  text: z.string().default(''),
  /** A dossier and a criterion: `person CN1`. */
  criterion: z.string().default(''),
});

/**
 * What was written as a message becomes text of a criterion, below what is there.
 * @throws Refusal CRITERION_MISSING, TEXT_TOO_LONG and those of `requireWritable`, with what was typed
 */
export async function appendText(ctx: Ctx, input: z.infer<typeof appendTextInput>): Promise<Answer> {
  const text = tidy(input.text);
  const back = { show: questionOffer.ref({}), typed: { text, criterion: input.criterion } };
  const { candidate, criterion: id } = chosenFrom(ctx, input.criterion);
  if (id === '') throw new Refusal('CRITERION_MISSING', back);
  const dossier = await ownDossier(ctx, { round: '', candidate });
  const criterion = criterionOf(dossier, id);
  requireWritable(dossier, ctx.at, back.show);
  const stored = dossier.assessment?.data.answers[id];
  const before = stored?.words ?? '';
  const words = before === '' ? text : `${before}\n${text}`;
  const { rating = null, reason = '' } = stored ?? {};
  const typed = [{ criterion, base: baseOf(stored), rating, words, reason }];
  requireKeepable(dossier, typed, { ...back, room: 10_000 });
  // A second click finds it there already.
  const answers = text === '' || before.endsWith(text) ? {} : answersFrom(ctx, dossier, typed);
  if (Object.keys(answers).length > 0) {
    ctx.commit({
      command: 'assess.append',
      subject: assessmentId(assessmentOf(dossier).round, candidate),
      facts: { criterion: id },
      changes: [...writeAssessment(ctx, dossier, { answers }), refreshed(ctx, dossier)],
    });
  }
  const opened = await openAssessment(ctx, { ...idsOf(dossier), criterion: id });
  return { ...opened, remark: savedRemark(id, answers[id] ?? stored) };
}
