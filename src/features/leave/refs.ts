import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** @property person whose leave it is, where the office records another's; empty for one's own */
export const typedLeave = {
  from: z.string().max(40).default(''),
  to: z.string().max(40).default(''),
  person: z.string().max(100).default(''),
};

export const leaveShow = pageName('leave.show', z.strictObject(typedLeave));
export const leaveConfirm = pageName(
  'leave.confirm',
  z.strictObject({ from: z.string(), to: z.string(), person: z.string().default('') }),
);
/** To whoever stands in, or can see to it. */
export const leaveStandIn = pageName('leave.standIn', z.strictObject({ person: z.string() }));
