import { z } from 'zod';
import { defineScreen } from '../screen.ts';

const text = z.string();
const flag = z.boolean();
/** Colours of a word. */
const color = z.enum(['default', 'good', 'warning', 'attention', 'accent']);
const paging = { range: text, isPaged: flag, previous: text, next: text, hasPrevious: flag, hasNext: flag };
const outcomeRow = z.strictObject({ outcome: text, label: text, count: text, tone: color });

export const listScreen = defineScreen(
  'sendings/list',
  z.strictObject({
    rows: z.array(
      z.strictObject({ spread: text, name: text, started: text, figures: text, state: text, stateTone: color }),
    ),
    isEmpty: flag,
    ...paging,
  }),
);

export const showScreen = defineScreen(
  'sendings/show',
  z.strictObject({
    spread: text,
    name: text,
    started: text,
    state: text,
    stateTone: color,
    people: text,
    reached: text,
    unreached: text,
    hasLeft: flag,
    left: text,
    hasAcknowledged: flag,
    acknowledged: text,
    outcomes: z.array(outcomeRow),
    hasOther: flag,
    other: text,
    otherLine: text,
    mayResend: flag,
    mayCancel: flag,
    mayRecall: flag,
    isRecalled: flag,
  }),
);

export const departmentsScreen = defineScreen(
  'sendings/departments',
  z.strictObject({
    spread: text,
    name: text,
    /** `done` and `rest` weigh the two parts of the bar. */
    departments: z.array(
      z.strictObject({
        department: text,
        name: text,
        figures: text,
        aside: text,
        hasAside: flag,
        done: z.int(),
        rest: z.int(),
        hasDone: flag,
        hasRest: flag,
      }),
    ),
    isEmpty: flag,
    ...paging,
  }),
);

export const peopleScreen = defineScreen(
  'sendings/people',
  z.strictObject({
    spread: text,
    department: text,
    outcome: text,
    name: text,
    place: text,
    about: text,
    hasAbout: flag,
    choices: z.array(outcomeRow),
    rows: z.array(z.strictObject({ name: text, detail: text, chip: text, tone: color, line: text, hasLine: flag })),
    isEmpty: flag,
    /** Only forwards: `after` goes on, and the top is found again when the card `isAway` from it. */
    isLong: flag,
    after: text,
    before: text,
    isAway: flag,
    ...paging,
  }),
);

export const resendScreen = defineScreen(
  'sendings/resend',
  z.strictObject({
    spread: text,
    formId: text,
    name: text,
    sure: text,
    lines: z.array(z.strictObject({ line: text })),
    stillLines: z.array(z.strictObject({ line: text })),
    hasAmbiguous: flag,
    ambiguousTitle: text,
    ambiguous: text,
    isPossible: flag,
  }),
);

export const fileScreen = defineScreen(
  'sendings/file',
  z.strictObject({ spread: text, name: text, fileName: text, url: text }),
);
