import { z } from 'zod';
import { defineScreen } from '../screen.ts';

const text = z.string();
const flag = z.boolean();
const count = z.int();

const bar = { done: count, rest: count, hasBar: flag, hasDone: flag, hasRest: flag };
const lines = z.array(z.strictObject({ name: text, what: text }));

/** Texts 3 and 4: what one person still owes, round by round. */
export const staffReminderScreen = defineScreen(
  'reminders/staff',
  z.strictObject({
    unitName: text,
    fullName: text,
    hour: text,
    minute: text,
    weekday: text,
    lastDay: text,
    office: text,
    asOf: text,
    chip: text,
    isLast: flag,
    isNotLast: flag,
    rounds: z.array(
      z.strictObject({
        name: text,
        hasName: flag,
        deadline: text,
        items: z.array(z.strictObject({ item: text })),
        evidence: text,
        isLast: flag,
        canSend: flag,
        canDecline: flag,
        offersDecline: flag,
        canStop: flag,
        round: text,
        candidate: text,
      }),
    ),
  }),
);

/** Text 7: what a head of department has to see to, round by round. */
export const headReminderScreen = defineScreen(
  'reminders/head',
  z.strictObject({
    unitName: text,
    departmentName: text,
    asOf: text,
    chip: text,
    isLast: flag,
    lastDay: text,
    missingCount: count,
    waiting: count,
    rounds: z.array(
      z.strictObject({
        name: text,
        hasName: flag,
        figures: z.array(z.strictObject({ label: text, figure: text, ...bar })),
        changes: text,
        hasChanges: flag,
        waitingHeading: text,
        hasWaiting: flag,
        waiting: lines,
        moreWaiting: text,
        missingHeading: text,
        hasMissing: flag,
        missing: lines,
        moreMissing: text,
        isDone: flag,
        canReview: flag,
        collectiveOpen: flag,
        round: text,
        department: text,
      }),
    ),
  }),
);

/** Text 8: the digest; numbers only, for a channel shows no names. */
export const digestScreen = defineScreen(
  'reminders/digest',
  z.strictObject({
    unitName: text,
    year: count,
    roundName: text,
    asOf: text,
    chip: text,
    totals: z.array(z.strictObject({ figure: text, label: text })),
    aside: text,
    departments: z.array(z.strictObject({ name: text, figures: text, ...bar })),
    hasDepartments: flag,
    more: text,
    hasMore: flag,
    waits: z.array(z.strictObject({ wait: text })),
    hasWaits: flag,
    changesHeading: text,
    changes: text,
    bindHint: flag,
    isPersonal: flag,
    pointsToNames: flag,
    canRemind: flag,
    canTakeIn: flag,
    round: text,
  }),
);

const side = z.strictObject({
  audience: text,
  heading: text,
  figure: text,
  rows: z.array(z.strictObject({ name: text, detail: text, hasDetail: flag, figure: text })),
  more: text,
  hasMore: flag,
  lines: z.array(z.strictObject({ line: text })),
});

/** Who would be reminded now, before anyone is. */
export const remindScreen = defineScreen(
  'reminders/remind',
  z.strictObject({
    unitName: text,
    roundName: text,
    deadline: text,
    asOf: text,
    chip: text,
    tone: z.enum(['accent', 'warning', 'emphasis']),
    sides: z.array(side),
    notice: text,
    hasNotice: flag,
    canRemindStaff: flag,
    canRemindHeads: flag,
    others: z.array(z.strictObject({ title: text, round: text })),
    hasOthers: flag,
    round: text,
    formId: text,
  }),
);

export const remindConfirmScreen = defineScreen(
  'reminders/confirm',
  z.strictObject({
    unitName: text,
    question: text,
    what: text,
    warnings: z.array(z.strictObject({ warning: text })),
    confirm: text,
    round: text,
    audience: text,
    formId: text,
  }),
);

export const quietScreen = defineScreen(
  'reminders/quiet',
  z.strictObject({
    unitName: text,
    roundName: text,
    state: text,
    detail: text,
    isHead: flag,
    isQuiet: flag,
    isLoud: flag,
    round: text,
  }),
);
