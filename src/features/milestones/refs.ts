import { z } from 'zod';
import { milestoneIds } from '../../domain/plan/plan.ts';
import { pageName } from '../../pipeline/page-name.ts';

export const milestoneRef = z.strictObject({ round: z.string().max(40), milestone: z.enum(milestoneIds) });

export const milestonesShow = pageName('milestones.show', z.strictObject({ round: z.string() }));
export const milestonesSheet = pageName('milestones.sheet', z.strictObject({ round: z.string() }));
export const milestonesOne = pageName('milestones.one', milestoneRef);
export const milestonesReminder = pageName('milestones.reminder', z.strictObject({ day: z.string() }));
