import { milestonesSubject } from '../../model/round/tick.ts';
import type { MorningSource } from '../../pipeline/morning.ts';
import { milestoneReminderPage } from './reminder.page.ts';

/** The milestones that are due; alone on its card it is kept in step with them. */
const milestones: MorningSource = {
  order: 30,
  part: async (ask) => {
    const composed = await milestoneReminderPage.compose({ ...ask, params: { day: ask.params.day } });
    return composed && { ...composed, subject: milestonesSubject };
  },
};

export const milestonesMornings: readonly MorningSource[] = [milestones];
