import type { Feature } from '../pipeline/route.ts';
import { awardFeature } from './award/capability.ts';
import { callsFeature } from './calls/capability.ts';
import { campaignFeature } from './campaign/capability.ts';
import { closingFeature } from './closing/capability.ts';
import { councilFeature } from './council/capability.ts';
import { intakeFeature } from './intake/capability.ts';
import { milestonesFeature } from './milestones/capability.ts';
import { nominationFeature } from './nomination/capability.ts';
import { overviewFeature } from './overview/capability.ts';
import { remindersFeature } from './reminders/capability.ts';
import { reviewFeature } from './review/capability.ts';
import { sendingsFeature } from './sendings/capability.ts';
import { startFeature } from './start/capability.ts';

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
