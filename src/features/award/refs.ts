import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

const confirmParams = z.strictObject({ round: z.string().default('') });

export const resultsChannel = pageName(
  'results.channel',
  z.strictObject({ decision: z.string(), page: z.string().default('0') }),
);
export const decideAgreement = pageName('decide.agreement', confirmParams);
export const decideForwarding = pageName('decide.forwarding', confirmParams);
export const decideShow = pageName(
  'decide.show',
  z.strictObject({ round: z.string().default(''), page: z.string().default('0') }),
);
export const decidePaper = pageName('decide.paper', z.strictObject({ decision: z.string() }));
export const decideDecision = pageName(
  'decide.decision',
  z.strictObject({ decision: z.string(), page: z.string().default('0') }),
);
export const resultsNotice = pageName('results.notice', z.strictObject({ decision: z.string() }));
export const resultsDeclined = pageName('results.declined', z.strictObject({ nomination: z.string() }));
export const resultsRevoked = pageName('results.revoked', z.strictObject({ decision: z.string() }));
export const decideWaiting = pageName(
  'decide.waiting',
  z.strictObject({ round: z.string().default(''), page: z.string().default('0') }),
);
export const decideReply = pageName('decide.reply', z.strictObject({ nomination: z.string() }));
export const decideRevocation = pageName('decide.revocation', z.strictObject({ nomination: z.string() }));
export const decideRevoking = pageName(
  'decide.revoking',
  z.strictObject({
    nomination: z.string(),
    rev: z.string(),
    number: z.string(),
    issuedOn: z.string(),
    reason: z.string(),
  }),
);
export const publishShow = pageName('publish.show', z.strictObject({ round: z.string().default('') }));
export const publishPreview = pageName('publish.preview', z.strictObject({ decision: z.string() }));
export const resultsShow = pageName(
  'results.show',
  z.strictObject({ round: z.string().default(''), page: z.string().default('0') }),
);
