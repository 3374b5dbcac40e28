import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** @param empty `show`: also when nothing waits; a message about nothing is not sent */
export const accountsList = pageName('accounts.list', z.strictObject({ empty: z.enum(['', 'show']).default('') }));
/** As somebody opens it. */
export const accountsOpened = () => accountsList.ref({ empty: 'show' });
