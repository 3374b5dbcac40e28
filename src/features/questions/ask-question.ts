import { createHash } from 'node:crypto';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { tellOffice } from '../../model/people/tell-office.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { questionBy, questionId, questionRecord } from '../../records/question.ts';
import { questionList, questionOffer, questionTold } from './refs.ts';

export const maxQuestion = 2_000;
/** More of one person wait for an answer before another may be asked. */
const mostOpen = 5;

export const askQuestionInput = z.strictObject({ text: z.string().default('') });

/**
 * Asks the office. Nobody else reads it, and the answer comes to whoever asked.
 * @throws Refusal QUESTION_EMPTY, TEXT_TOO_LONG, QUESTIONS_OPEN {n} with what was typed
 */
export async function askQuestion(ctx: Ctx, input: z.infer<typeof askQuestionInput>): Promise<Answer> {
  const { at, me, scope } = ctx;
  const text = tidy(input.text);
  const refused = (code: string, facts = {}) =>
    new Refusal(code, { facts, show: questionOffer.ref({}), typed: { text } });
  if (text === '') throw refused('QUESTION_EMPTY');
  const count = [...text].length;
  if (count > maxQuestion) throw refused('TEXT_TOO_LONG', { count, max: maxQuestion });
  const digest = createHash('sha256')
    .update(`${at.toFormat('yyyyMMdd')} ${text}`)
    .digest('hex')
    .slice(0, 16);
  const id = questionId(me.id, digest);
  const done = show(questionTold.ref({ question: id }), good('questions.asked'));
  if ((await ctx.get(questionRecord, id)) !== undefined) return done;
  const mine = await ctx.list(questionRecord, questionBy.person(me.id));
  const open = mine.filter(({ data }) => data.answer === null).length;
  if (open >= mostOpen) throw refused('QUESTIONS_OPEN', { n: open });
  const word = { kind: 'question.asked', subject: id, rev: 1, show: questionList.ref({}) };
  ctx.commit({
    command: 'question.ask',
    subject: id,
    changes: [
      create(questionRecord, scope, id, { person: me.id, text, asked: { by: me.id, at: stamp(at) }, answer: null }),
      await tellOffice(ctx, { ...word, coalesce: word.kind, at, by: me.id, except: [me.id] }),
      oweRefresh(scope, at, questionsSubject, ctx.newId()),
    ],
  });
  return done;
}

/** What the office's list of questions is kept in step by. */
export const questionsSubject = 'questions';
