import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

export const choice = z.enum(['send', 'drop']);
export type Choice = z.infer<typeof choice>;

const restoration = z.string().max(100);
/** That data came from a backup, and what became of the messages that were unsent then. */
export const restorationShow = pageName('restoration.show', z.strictObject({ restoration }));
/** Asked before the choice, which is made once. */
export const restorationConfirm = pageName('restoration.confirm', z.strictObject({ restoration, choice }));
