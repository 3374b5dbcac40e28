import { z } from 'zod';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const text = z.string();
const flag = z.boolean();

/** The words of the launch to one reader. */
const message = {
  greeting: text,
  intro: text,
  ask: text,
  duties: z.array(z.strictObject({ mark: text, text })),
};

export const launchPrepareScreen = defineScreen(
  'campaign/launch-prepare',
  z.strictObject({
    people: z.int(),
    reachable: z.int(),
    unreachable: z.int(),
    departments: z.array(z.strictObject({ name: text, figures: text })),
    hasMore: flag,
    moreLine: text,
    channelLine: text,
    channelTone: tone,
    number: text,
    issuedOn: text,
    isSample: flag,
    symbolLine: text,
    hasNote: flag,
    note: text,
    formId: text,
  }),
);

export const launchConfirmScreen = defineScreen(
  'campaign/launch-confirm',
  z.strictObject({
    document: text,
    isSample: flag,
    audience: text,
    channelLine: text,
    previews: z.array(z.strictObject({ who: text, ...message })),
    number: text,
    issuedOn: text,
    formId: text,
  }),
);

export const launchProgressScreen = defineScreen(
  'campaign/launch-progress',
  z.strictObject({
    document: text,
    launchedLine: text,
    state: text,
    stateTone: tone,
    asOf: text,
    people: z.int(),
    delivered: z.int(),
    readCount: z.int(),
    pending: z.int(),
    doubtful: z.int(),
    unreachable: z.int(),
    hasTimeLeft: flag,
    timeLeft: text,
    hasOthers: flag,
    others: text,
    /** `done` and `rest` weigh the two parts of the bar. */
    departments: z.array(
      z.strictObject({
        department: text,
        name: text,
        figures: text,
        open: text,
        done: z.int(),
        rest: z.int(),
        hasDone: flag,
        hasRest: flag,
      }),
    ),
    hasPages: flag,
    range: text,
    page: text,
    hasPrevious: flag,
    previous: text,
    hasNext: flag,
    next: text,
    cancelled: flag,
    mayCancel: flag,
    mayRecall: flag,
    isRecalled: flag,
    launch: text,
  }),
);

export const launchPeopleScreen = defineScreen(
  'campaign/launch-people',
  z.strictObject({
    eyebrow: text,
    title: text,
    line: text,
    rows: z.array(z.strictObject({ name: text, detail: text, chip: text, tone })),
    list: text,
    department: text,
    /** What was typed into the form of the launch, to be found there again. */
    number: text,
    issuedOn: text,
    hasPages: flag,
    range: text,
    hasPrevious: flag,
    previous: text,
    hasNext: flag,
    next: text,
  }),
);

export const launchedScreen = defineScreen(
  'campaign/launched',
  z.strictObject({
    unitName: text,
    ...message,
    read: flag,
    readLine: text,
    mayAcknowledge: flag,
    launch: text,
    asOf: text,
    isHead: flag,
    isLeader: flag,
  }),
);

export const launchRecordScreen = defineScreen(
  'campaign/launch-record',
  z.strictObject({ unitName: text, movement: text, document: text, launchedAt: text, people: text }),
);

export const launchCancelScreen = defineScreen(
  'campaign/launch-cancel',
  z.strictObject({ document: text, sent: text, untilLine: text, launch: text }),
);

export const launchCancelledScreen = defineScreen(
  'campaign/launch-cancelled',
  z.strictObject({ unitName: text, greeting: text, text, isPerson: flag }),
);
