import { awardFeature } from './award/award.routes.ts';
import { callsFeature } from './calls/calls.routes.ts';
import { campaignFeature } from './campaign/campaign.routes.ts';
import { closingFeature } from './closing/closing.routes.ts';
import { councilFeature } from './council/council.routes.ts';
import { intakeFeature } from './intake/intake.routes.ts';
import { milestonesFeature } from './milestones/milestones.routes.ts';
import { nominationFeature } from './nomination/nomination.routes.ts';
import { overviewFeature } from './overview/overview.routes.ts';
import { remindersFeature } from './reminders/reminders.routes.ts';
import { reviewFeature } from './review/review.routes.ts';
import type { Feature } from './route.ts';
import { sendingsFeature } from './sendings/sendings.routes.ts';
import { startFeature } from './start/start.routes.ts';

const capabilities: readonly Feature[] = [
  campaignFeature,
  closingFeature,
  nominationFeature,
  reviewFeature,
  intakeFeature,
  councilFeature,
  awardFeature,
  remindersFeature,
  milestonesFeature,
  callsFeature,
  sendingsFeature(() => capabilities.flatMap(({ spreads }) => spreads)),
  overviewFeature,
];

/** Everything the bot can do, in the order in which help lists it. */
export const features: readonly Feature[] = [...capabilities, startFeature(capabilities)];
