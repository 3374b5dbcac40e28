import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** A question's id as cards carry it; an id of anything else is a forged card. */
export const questionRef = z.string().startsWith('question:').max(200);

/** Letters from which a message is a text. Shorter, it is a command that was mistyped; unless it asks. */
export const leastText = 40;

/** What was typed and is no command, with what can be done with it. */
export const questionOffer = pageName('question.offer', z.strictObject({}));
export const questionList = pageName(
  'question.list',
  z.strictObject({ page: z.string().default('0'), empty: z.enum(['', 'show']).default('') }),
);
export const questionOpen = pageName('question.open', z.strictObject({ question: questionRef }));
export const questionTold = pageName('question.told', z.strictObject({ question: questionRef }));
