import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** That nothing went out for a while, and does again. */
export const sendingOutage = pageName('sending.outage', z.strictObject({}));

/** All that falls due for a person on one morning. */
export const remindersDay = pageName(
  'reminders.day',
  z.object({
    day: z.string(),
    /** These sections alone, as `writeSections` wrote them: what was found once the message of the morning had been composed. */
    only: z.string().default(''),
    /** Those that it told when it was sent, so that its card goes on showing them and nothing else. */
    told: z.string().default(''),
  }),
);
