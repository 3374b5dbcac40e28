import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** A page number as cards carry it, from 0. */
export const pageNumber = z
  .string()
  .regex(/^\d{1,4}$/)
  .default('0');
export const reviewLists = ['waiting', 'handled', 'overdue'] as const;

/** What a former head is asked to say of somebody's time there. */
export const formerForm = pageName(
  'former.form',
  z.strictObject({ former: z.string().startsWith('formerOpinion:').max(400) }),
);

/** The list of whoever gives opinions: what a dossier that moves is told by. */
export const reviewQueue = pageName(
  'review.queue',
  z.strictObject({
    round: z.string().default(''),
    list: z.enum(reviewLists).default('waiting'),
    page: pageNumber,
    empty: z.enum(['', 'show']).default(''),
    /** The reminder of the day before: it says which of them fall due. */
    soon: z.enum(['', 'yes']).default(''),
  }),
);
