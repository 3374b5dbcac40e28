import { z } from 'zod';
import { mayRemind } from '../../domain/policy/sending.ts';
import { type Capability, capability, verb } from '../../pipeline/capability.ts';
import { lane } from '../../pipeline/lane.ts';
import type { MorningSource } from '../../pipeline/morning.ts';
import { roundRecord } from '../../records/round.ts';
import { chooseQuietInput, resumeReminders, stopReminders } from './choose-quiet.ts';
import { digestPage } from './digest.page.ts';
import { headReminderPage } from './head-reminder.page.ts';
import { lookAtRound } from './look-at-round.ts';
import { morningPage } from './morning.page.ts';
import { morningSpreads } from './morning.spreads.ts';
import { reminderMornings } from './mornings.ts';
import { quietPage } from './quiet.page.ts';
import { remindPage } from './remind.page.ts';
import { remindConfirmPage } from './remind-confirm.page.ts';
import { remindDepartmentPage } from './remind-department.page.ts';
import { remindNow, remindNowInput } from './remind-now.ts';
import { reminderSpreads } from './reminders.spreads.ts';
import { showDepartment, showDepartmentInput, showRemind } from './show-remind.ts';
import { staffReminderPage } from './staff-reminder.page.ts';

/** What a button does, when its name is typed instead. */
const typedStep = (name: string) =>
  ({ name, isFor: () => true, isStep: true, where: 'personal', inRound: 'open' }) as const;

/** Reminders before the deadline, by the calendar and by hand; the calendar's own way in is `lookAtRound`. @param mornings of every capability */
export function reminders(mornings: () => readonly MorningSource[]): Capability {
  const morning = morningPage(mornings);
  return capability({
    commands: [
      {
        name: 'remind',
        isFor: mayRemind,
        where: 'personal',
        inRound: 'open',
        run: (ctx) => showRemind(ctx, { round: '' }),
      },
      { ...typedStep('quiet'), run: (ctx) => stopReminders(ctx, { round: ctx.round ?? '' }) },
      { ...typedStep('resume'), run: (ctx) => resumeReminders(ctx, { round: ctx.round ?? '' }) },
    ],
    verbs: [
      verb('remind.show', z.strictObject({ round: z.string().max(40).default('') }), showRemind),
      verb('remind.department', showDepartmentInput, showDepartment),
      verb('remind.now', remindNowInput, remindNow),
      verb('remind.stop', chooseQuietInput, stopReminders),
      verb('remind.resume', chooseQuietInput, resumeReminders),
    ],
    pages: [
      staffReminderPage,
      headReminderPage,
      digestPage,
      remindPage,
      remindDepartmentPage,
      remindConfirmPage,
      quietPage,
      morning,
    ],
    mornings: reminderMornings,
    spreads: [...reminderSpreads, ...morningSpreads(morning)],
    lanes: [lane({ lane: 'calendar', record: roundRecord, everyMs: 60_000, handle: lookAtRound })],
  });
}
