import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

const whoseParams = { round: z.string().default(''), candidate: z.string().default('') };

export const overviewParams = z.strictObject(whoseParams);
export const criterionParams = z.strictObject({ ...whoseParams, criterion: z.string() });
export const dossierParams = z.strictObject(whoseParams);
export const listParams = z.strictObject({ ...whoseParams, page: z.string().default('1') });
export const itemParams = z.strictObject({ evidence: z.string() });
const sortParams = z.strictObject({ ...whoseParams, files: z.string(), refused: z.string() });
const receivingParams = z.strictObject({
  ...whoseParams,
  /** JSON: id and name of each file under way. */
  sent: z.string(),
  refused: z.string(),
});
export const linkParams = z.strictObject(whoseParams);
/** @param from record that the dossier was opened from: a session of the council, or a nomination on its way to the decision */
export const readParams = z.strictObject({
  ...whoseParams,
  criterion: z.string().default(''),
  from: z.string().default(''),
});

export const assessOverview = pageName('assess.overview', overviewParams);
export const assessSheet = pageName('assess.sheet', z.strictObject(whoseParams));
export const assessCriterion = pageName('assess.criterion', criterionParams);
export const assessConflict = pageName('assess.conflict', criterionParams);
export const dossierShow = pageName('dossier.show', dossierParams);
export const evidenceList = pageName('evidence.list', listParams);
export const evidenceItem = pageName('evidence.item', itemParams);
export const evidenceRemove = pageName('evidence.remove', itemParams);
export const evidenceSort = pageName('evidence.sort', sortParams);
export const evidenceReceiving = pageName('evidence.receiving', receivingParams);
export const evidenceLink = pageName('evidence.link', linkParams);
export const dossierRead = pageName('dossier.read', readParams);
export const nominationRequest = pageName('nomination.request', z.strictObject(whoseParams));
export const nominationConfirm = pageName('nomination.confirm', z.strictObject(whoseParams));
export const nominationWithdraw = pageName('nomination.withdraw', z.strictObject(whoseParams));
export const nominationReceipt = pageName('nomination.receipt', z.strictObject(whoseParams));
export const nominationWithdrawnNotice = pageName('nomination.withdrawnNotice', z.strictObject(whoseParams));
