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
export const resultsForwarded = pageName('results.forwarded', z.strictObject({ submission: z.string() }));
export const resultsConsidered = pageName('results.considered', z.strictObject({ session: z.string() }));
export const resultsReconsidered = pageName('results.reconsidered', z.strictObject({ nomination: z.string() }));
export const resultsAmended = pageName('results.amended', z.strictObject({ decision: z.string() }));
export const resultsRevoked = pageName('results.revoked', z.strictObject({ decision: z.string() }));
export const decideWaiting = pageName(
  'decide.waiting',
  z.strictObject({ round: z.string().default(''), page: z.string().default('0') }),
);
export const decideReply = pageName('decide.reply', z.strictObject({ nomination: z.string() }));
export const decideRevoking = pageName('decide.revocationAgreement', z.strictObject({ decision: z.string() }));
export const decideAnswering = pageName(
  'decide.answering',
  z.strictObject({ nomination: z.string(), rev: z.string(), reason: z.string() }),
);
export const decideSubmission = pageName('decide.submission', z.strictObject({ submission: z.string() }));
/** The forms of an earlier release that took an award back carried what was typed, too. */
export const decideCase = pageName('decide.case', z.object({ nomination: z.string() }), [
  'decide.revocation',
  'decide.revoking',
]);
/** What a reason is asked for, and the verb that takes it. `revoke`, `sendBack`, `reconsider`, `decline`: of a nomination. */
export const reasons = ['revoke', 'refuseRevocation', 'sendBack', 'reconsider', 'decline'] as const;
export const decideReason = pageName('decide.reason', z.strictObject({ ask: z.enum(reasons), id: z.string() }));
export const publishShow = pageName('publish.show', z.strictObject({ round: z.string().default('') }));
export const publishPreview = pageName('publish.preview', z.strictObject({ decision: z.string() }));
export const resultsShow = pageName(
  'results.show',
  z.strictObject({ round: z.string().default(''), page: z.string().default('0') }),
);
