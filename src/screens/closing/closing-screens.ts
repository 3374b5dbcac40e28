import { z } from 'zod';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const text = z.string();
const flag = z.boolean();

export const graceFormScreen = defineScreen(
  'closing/grace-form',
  z.strictObject({
    round: text,
    roundName: text,
    now: text,
    latest: text,
    day: text,
    time: text,
    reason: text,
    seen: text,
  }),
);

export const graceConfirmScreen = defineScreen(
  'closing/grace-confirm',
  z.strictObject({
    round: text,
    roundName: text,
    now: text,
    until: text,
    effect: text,
    day: text,
    time: text,
    reason: text,
    seen: text,
  }),
);

export const graceNoticeScreen = defineScreen(
  'closing/grace-notice',
  z.strictObject({
    unitName: text,
    addressee: text,
    roundName: text,
    until: text,
    reason: text,
    isOwn: flag,
    isHead: flag,
    title: text,
    office: text,
    round: text,
  }),
);

export const lapsedScreen = defineScreen(
  'closing/lapsed',
  z.strictObject({
    unitName: text,
    addressee: text,
    roundName: text,
    code: text,
    about: text,
    deadline: text,
    state: text,
    stateTone: tone,
    isLapsed: flag,
    office: text,
    round: text,
    candidate: text,
  }),
);

export const closingReportScreen = defineScreen(
  'closing/report',
  z.strictObject({
    unitName: text,
    roundName: text,
    deadline: text,
    asOf: text,
    isReopened: flag,
    reopened: text,
    totals: z.array(z.strictObject({ figure: text, label: text })),
    aside: text,
    departments: z.array(
      z.strictObject({ name: text, figures: text, done: z.int(), rest: z.int(), hasDone: flag, hasRest: flag }),
    ),
    hasDepartments: flag,
    more: text,
    hasMore: flag,
    waits: z.array(z.strictObject({ wait: text })),
    hasWaits: flag,
    isPerson: flag,
    canExtend: flag,
    round: text,
  }),
);

export const closingDepartmentScreen = defineScreen(
  'closing/department',
  z.strictObject({
    unitName: text,
    fullName: text,
    title: text,
    departmentName: text,
    roundName: text,
    deadline: text,
    rows: z.array(z.strictObject({ label: text, n: text })),
    collective: text,
    hasCollective: flag,
    names: z.array(z.strictObject({ name: text })),
    hasNames: flag,
    more: text,
    hasMore: flag,
    waiting: text,
    hasWaiting: flag,
    office: text,
    round: text,
    department: text,
  }),
);

export const toOpenScreen = defineScreen(
  'closing/to-open',
  z.strictObject({
    unitName: text,
    rounds: z.array(z.strictObject({ name: text, detail: text, round: text })),
    office: text,
  }),
);
