import { z } from 'zod';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const text = z.string();
const flag = z.boolean();
const row = { milestone: text, name: text, hasDate: flag, on: text, chip: text, tone };

export const milestonesScreen = defineScreen(
  'milestones/list',
  z.strictObject({
    roundName: text,
    intro: text,
    rows: z.array(z.strictObject({ ...row, round: text, owner: text, holders: text, hasHolders: flag })),
    rule: text,
    hasRule: flag,
    isOffice: flag,
  }),
);

export const milestoneScreen = defineScreen(
  'milestones/one',
  z.strictObject({
    ...row,
    round: text,
    roundName: text,
    rev: z.int(),
    facts: z.array(z.strictObject({ label: text, value: text })),
    canDate: flag,
    canClear: flag,
    /** What the form's field holds. */
    dated: text,
    canTick: flag,
    canTakeBack: flag,
    canRecord: flag,
  }),
);

export const milestoneReminderScreen = defineScreen(
  'milestones/reminder',
  z.strictObject({
    unitName: text,
    greeting: text,
    text,
    round: text,
    rows: z.array(z.strictObject({ ...row, round: text, why: text })),
    canRecord: flag,
  }),
);
