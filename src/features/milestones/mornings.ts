import type { MorningSource } from '../../pipeline/morning.ts';
import { milestonesReminder } from './refs.ts';
import { milestoneReminderPage } from './reminder.page.ts';

/** The milestones that are due. */
const milestones: MorningSource = {
  order: 30,
  command: 'milestones',
  page: milestoneReminderPage,
  matters: async (_turn, { day }) => [milestonesReminder.ref({ day })],
};

export const milestonesMornings: readonly MorningSource[] = [milestones];
