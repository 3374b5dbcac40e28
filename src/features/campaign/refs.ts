import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';
import { instant } from '../../records/fields.ts';

const lists = z.enum(['unread', 'unreachable']);
const roundParams = z.strictObject({ round: z.string() });

export const launchConfirm = pageName(
  'announce.confirm',
  z.strictObject({ number: z.string(), issuedOn: z.string(), formId: z.string(), round: z.string().default('') }),
  ['launch.confirm'],
);
export const launchRecord = pageName('announce.record', z.strictObject({ launch: z.string() }), ['launch.record']);
export const launchCancel = pageName('announce.cancel', z.strictObject({ launch: z.string() }), ['launch.cancel']);
export const launchCancelled = pageName('announce.cancelled', z.strictObject({ delivery: z.string() }), [
  'launch.cancelled',
]);
export const launchPeople = pageName(
  'announce.people',
  z.strictObject({
    list: lists,
    department: z.string(),
    page: z.string(),
    number: z.string().default(''),
    issuedOn: z.string().default(''),
  }),
  ['launch.people'],
);
export const launchProgress = pageName(
  'announce.progress',
  z.strictObject({ campaign: z.string(), launch: z.string().default(''), page: z.string() }),
  ['launch.progress'],
);
export const campaignLaunched = pageName(
  'campaign.launched',
  z.strictObject({ campaign: z.string(), launch: z.string(), asOf: instant.optional() }),
);
export const planContents = pageName('plan.contents', z.strictObject({}));
export const planSection = pageName('plan.section', z.strictObject({ section: z.string(), page: z.string() }));
export const roundConfirm = pageName('round.confirm', roundParams);
export const roundShow = pageName('round.show', roundParams);
export const roundOpened = pageName('round.opened', roundParams);
