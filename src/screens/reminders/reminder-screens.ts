import { z } from 'zod';
import { defineScreen } from '../screen.ts';

const text = z.string();
const flag = z.boolean();
const count = z.int();

/** Texts 3 and 4: what one person still owes. */
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
    items: z.array(z.strictObject({ item: text })),
    evidence: text,
    canSend: flag,
    canDecline: flag,
    round: text,
    candidate: text,
  }),
);

/** Text 7: what a head of department has to see to. */
export const headReminderScreen = defineScreen(
  'reminders/head',
  z.strictObject({
    unitName: text,
    departmentName: text,
    asOf: text,
    chip: text,
    isLast: flag,
    lastDay: text,
    sent: count,
    asks: count,
    finished: count,
    people: count,
    declines: text,
    onLeave: text,
    waiting: text,
    hasWaiting: flag,
    collective: text,
    hasCollective: flag,
    collectiveOpen: flag,
    hasMissing: flag,
    missingCount: count,
    missing: z.array(z.strictObject({ name: text, what: text })),
    more: text,
    hasMore: flag,
  }),
);

/** Text 8: the digest; numbers only, for a channel shows no names. */
export const digestScreen = defineScreen(
  'reminders/digest',
  z.strictObject({
    unitName: text,
    year: count,
    asOf: text,
    chip: text,
    totals: z.array(z.strictObject({ figure: text, label: text })),
    aside: text,
    departments: z.array(
      z.strictObject({ name: text, figures: text, done: count, rest: count, hasDone: flag, hasRest: flag }),
    ),
    hasDepartments: flag,
    more: text,
    hasMore: flag,
    waits: z.array(z.strictObject({ wait: text })),
    hasWaits: flag,
    changesHeading: text,
    changes: text,
    bindHint: flag,
    isPersonal: flag,
    hasMissing: flag,
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
