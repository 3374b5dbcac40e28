import { isOfficer } from '../../domain/policy/posts.ts';
import type { MorningSource } from '../../pipeline/morning.ts';
import { milestonesReminder } from './refs.ts';
import { milestoneReminderPage } from './reminder.page.ts';

/** The milestones that are due: officers alone are told of any, and to find which takes the records of the whole round. */
const milestones: MorningSource = {
  order: 30,
  command: 'milestones',
  page: milestoneReminderPage,
  matters: async (_turn, { person, day }) => (isOfficer(person.data) ? [milestonesReminder.ref({ day })] : []),
};

export const milestonesMornings: readonly MorningSource[] = [milestones];
