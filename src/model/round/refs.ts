import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** Of which round a command that was typed is meant. */
export const roundWhich = pageName(
  'round.which',
  z.strictObject({ command: z.string(), need: z.enum(['open', 'underWay']) }),
);

/** Where a campaign is launched, and where a round is opened: also whoever asks for a round that there is none of is led there. */
export const launchPrepare = pageName(
  'announce.prepare',
  z.strictObject({ number: z.string().default(''), issuedOn: z.string().default('') }),
  ['launch.prepare'],
);
export const roundChoose = pageName('round.choose', z.strictObject({}));
