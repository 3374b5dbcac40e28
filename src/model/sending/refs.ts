import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** That nothing went out for a while, and does again. */
export const sendingOutage = pageName('sending.outage', z.strictObject({}));
