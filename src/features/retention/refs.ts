import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

export const roundParams = z.strictObject({ round: z.string().max(40) });
export const retentionShow = pageName('retention.show', roundParams);
