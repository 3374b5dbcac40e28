import type { MorningSource } from '../../pipeline/morning.ts';
import { milestoneReminderPage } from './reminder.page.ts';

/** The milestones that are due. */
const milestones: MorningSource = {
  name: 'milestones',
  order: 30,
  command: 'milestones',
  page: milestoneReminderPage,
  matters: async (_turn, { day }) => [{ day }],
};

export const milestonesMornings: readonly MorningSource[] = [milestones];
