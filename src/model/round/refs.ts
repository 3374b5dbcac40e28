import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** Of which round a command that was typed is meant. */
export const roundWhich = pageName(
  'round.which',
  z.strictObject({ command: z.string(), need: z.enum(['open', 'underWay']) }),
);
