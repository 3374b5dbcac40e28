import type { Capability } from '../pipeline/capability.ts';
import { accounts } from './accounts/capability.ts';
import { award } from './award/capability.ts';
import { calls } from './calls/capability.ts';
import { campaign } from './campaign/capability.ts';
import { channels } from './channels/capability.ts';
import { closing } from './closing/capability.ts';
import { council } from './council/capability.ts';
import { delegation } from './delegation/capability.ts';
import { former } from './former/capability.ts';
import { intake } from './intake/capability.ts';
import { leave } from './leave/capability.ts';
import { milestones } from './milestones/capability.ts';
import { nomination } from './nomination/capability.ts';
import { overview } from './overview/capability.ts';
import { paper } from './paper/capability.ts';
import { papers } from './papers/capability.ts';
import { privacy } from './privacy/capability.ts';
import { questions } from './questions/capability.ts';
import { reminders } from './reminders/capability.ts';
import { restoration } from './restoration/capability.ts';
import { retention } from './retention/capability.ts';
import { review } from './review/capability.ts';
import { roster } from './roster/capability.ts';
import { sendings } from './sendings/capability.ts';
import { settings } from './settings/capability.ts';
import { start } from './start/capability.ts';
import { unfinished } from './unfinished/capability.ts';

const capabilities: readonly Capability[] = [
  campaign,
  channels,
  closing,
  nomination,
  paper,
  review,
  former,
  leave,
  intake,
  council,
  award,
  papers,
  reminders(() => capabilities.flatMap(({ mornings }) => mornings)),
  milestones,
  calls,
  questions,
  restoration,
  roster,
  accounts,
  privacy,
  retention,
  settings,
  delegation,
  sendings(() => capabilities.flatMap(({ spreads }) => spreads)),
  overview(() => capabilities.flatMap(({ todos }) => todos)),
  unfinished,
];

/** Everything the bot can do, in the order in which help lists it. */
export const features: readonly Capability[] = [...capabilities, start(capabilities)];
