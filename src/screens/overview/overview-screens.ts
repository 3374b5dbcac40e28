import { z } from 'zod';
import { pagingFields } from '../paging-view.ts';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

export const todoScreen = defineScreen(
  'overview/todo',
  z.strictObject({
    roundName: z.string(),
    hasDeadline: z.boolean(),
    deadline: z.string(),
    rows: z.array(
      z.strictObject({
        text: z.string(),
        open: z.string(),
        due: z.string(),
        hasDue: z.boolean(),
        left: z.string(),
        tone,
        verb: z.string(),
        data: z.record(z.string(), z.string()),
      }),
    ),
    isEmpty: z.boolean(),
    ...pagingFields,
  }),
);

const bar = z.strictObject({
  done: z.int(),
  rest: z.int(),
  hasDone: z.boolean(),
  hasRest: z.boolean(),
  hasBar: z.boolean(),
});
/** The figures stand in words beside each bar. */
const figures = { finished: z.string(), finishedBar: bar, sent: z.string(), sentBar: bar, aside: z.string() };
const heading = { round: z.string(), roundName: z.string(), line: z.string() };

export const progressScreen = defineScreen(
  'overview/progress',
  z.strictObject({
    ...heading,
    /** For the office: what to do about it. */
    takesIn: z.boolean(),
    whole: z.strictObject(figures),
    rows: z.array(
      z.strictObject({ id: z.string(), round: z.string(), name: z.string(), opensNames: z.boolean(), ...figures }),
    ),
    ...pagingFields,
  }),
);

export const departmentScreen = defineScreen(
  'overview/department',
  z.strictObject({
    ...heading,
    department: z.string(),
    departmentName: z.string(),
    ...figures,
    collective: z.string(),
    hasCollective: z.boolean(),
    rows: z.array(
      z.strictObject({
        name: z.string(),
        opensGroup: z.boolean(),
        group: z.string(),
        detail: z.string(),
        hasDetail: z.boolean(),
      }),
    ),
    isEmpty: z.boolean(),
    seesAll: z.boolean(),
    ...pagingFields,
  }),
);
