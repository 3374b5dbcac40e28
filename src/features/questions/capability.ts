import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { counted } from '../../pipeline/todo.ts';
import { questionBy, questionRecord } from '../../records/question.ts';
import { answerQuestion, answerQuestionInput } from './answer-question.ts';
import { askQuestion, askQuestionInput } from './ask-question.ts';
import { offerPage } from './offer.page.ts';
import { questionPages } from './question.page.ts';
import { leastText, questionList, questionOffer, questionOpen, questionRef, questionTold } from './refs.ts';

/** More than a card can give back. */
const mostLetters = 8_000;

const office = (ctx: Ctx): void => requireMay(ctx, isOffice, 'OFFICE_ONLY');
const offer = (text: string): Answer => ({ show: questionOffer.ref({}), ...(text !== '' && { typed: { text } }) });

/** Questions to the office, and its answers. */
export const questions = capability({
  commands: [
    {
      name: 'question',
      isFor: () => true,
      where: 'personal',
      run: async (ctx, rest) => (isOffice(ctx.actor) ? show(questionList.ref({ empty: 'show' })) : offer(rest)),
    },
  ],
  texts: [
    async (_ctx, text) => {
      const letters = [...text].length;
      if (letters > mostLetters) throw new CodedError('MESSAGE_TOO_LONG', { max: mostLetters });
      return letters >= leastText || (text.includes('?') && text.includes(' ')) ? offer(text) : undefined;
    },
  ],
  verbs: [
    verb('question.ask', askQuestionInput, askQuestion),
    verb('question.answer', answerQuestionInput, answerQuestion),
    verb('question.list', z.strictObject({ page: z.string().default('0') }), async (ctx, { page }) => {
      office(ctx);
      return show(questionList.ref({ page, empty: 'show' }));
    }),
    opens('question.open', z.strictObject({ question: questionRef }), questionOpen, office),
    opens('question.show', z.strictObject({ question: questionRef }), questionTold),
  ],
  pages: [offerPage, ...questionPages],
  todos: [
    {
      order: 25,
      always: async ({ turn, actor }) =>
        isOffice(actor)
          ? counted('questions', await turn.count(questionRecord, questionBy.state('open')), { verb: 'question.list' })
          : [],
    },
  ],
});
