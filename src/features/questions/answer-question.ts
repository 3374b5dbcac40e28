import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { nameOf } from '../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { questionRecord } from '../../records/question.ts';
import { maxQuestion, questionsSubject } from './ask-question.ts';
import { questionList, questionOpen, questionRef, questionTold } from './refs.ts';

export const answerQuestionInput = z.strictObject({ question: questionRef, answer: z.string().default('') });

/**
 * The office answers; whoever asked is told.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal ALREADY_DONE, QUESTION_EMPTY, TEXT_TOO_LONG
 */
export async function answerQuestion(ctx: Ctx, input: z.infer<typeof answerQuestionInput>): Promise<Answer> {
  requireMay(ctx, isOffice, 'OFFICE_ONLY');
  const { at, me, scope } = ctx;
  const question = await ctx.get(questionRecord, input.question);
  if (question === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const { answer, person } = question.data;
  const text = tidy(input.answer);
  const form = { show: questionOpen.ref({ question: question.id }), typed: { answer: text } };
  const done = async (): Promise<Answer> =>
    show(questionList.ref({ empty: 'show' }), good('questions.answered', { name: await nameOf(ctx, person) }));
  // The second of two clicks.
  if (answer?.by === me.id && answer.text === text) return done();
  if (answer !== null) {
    const facts = { by: await nameOf(ctx, answer.by), at: DateTime.fromISO(answer.at, { zone: ctx.plan.zone }) };
    throw new Refusal('ALREADY_DONE', { ...form, facts });
  }
  if (text === '') throw new Refusal('QUESTION_EMPTY', form);
  const count = [...text].length;
  if (count > maxQuestion) throw new Refusal('TEXT_TOO_LONG', { ...form, facts: { count, max: maxQuestion } });
  const rev = question.rev + 1;
  ctx.commit({
    command: 'question.answer',
    subject: question.id,
    changes: [
      replace(questionRecord, question, { ...question.data, answer: { by: me.id, at: stamp(at), text } }),
      owe(scope, at, {
        to: person,
        kind: 'question.answered',
        subject: question.id,
        rev,
        show: questionTold.ref({ question: question.id }),
        urgent: true,
      }),
      oweRefresh(scope, at, question.id, rev),
      oweRefresh(scope, at, questionsSubject, ctx.newId()),
    ],
  });
  return done();
}
