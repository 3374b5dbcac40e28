import { listCard } from '../../../cards/milestones/list.ts';
import { oneCard } from '../../../cards/milestones/one.ts';
import { reminderCard } from '../../../cards/milestones/reminder.ts';
import {
  milestoneReminderScreen,
  milestoneScreen,
  milestonesScreen,
} from '../../../src/screens/milestones/milestone-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(milestonesScreen, listCard),
  pair(milestoneScreen, oneCard),
  pair(milestoneReminderScreen, reminderCard),
];
