import { z } from 'zod';
import { pagingFields } from '../paging-view.ts';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const choice = z.strictObject({ id: z.string(), title: z.string() });
const row = { name: z.string(), detail: z.string(), chip: z.string(), tone };

export const overviewScreen = defineScreen(
  'council/overview',
  z.strictObject({
    ...pagingFields,
    round: z.string(),
    roundName: z.string(),
    council: z.string(),
    summary: z.string(),
    sessions: z.array(z.strictObject({ session: z.string(), ...row })),
    hasSessions: z.boolean(),
    listHeading: z.string(),
    rows: z.array(z.strictObject({ candidate: z.string(), ...row, mayOpen: z.boolean(), mayNot: z.boolean() })),
    hasRows: z.boolean(),
    canRecord: z.boolean(),
  }),
);

const meeting = {
  roundName: z.string(),
  heldOn: z.string(),
  place: z.string(),
  notes: z.string(),
  today: z.string(),
  present: z.string(),
  members: z.array(choice),
  total: z.int(),
  rules: z.string(),
};
export const meetingScreen = defineScreen(
  'council/meeting',
  z.strictObject({
    ...meeting,
    round: z.string(),
    number: z.int(),
    dossiers: z.array(choice),
    chosen: z.string(),
    waiting: z.int(),
    longList: z.string(),
  }),
);
export const amendmentScreen = defineScreen(
  'council/amendment',
  z.strictObject({ ...meeting, session: z.string(), rev: z.int(), number: z.int() }),
);
export const additionScreen = defineScreen(
  'council/addition',
  z.strictObject({
    session: z.string(),
    rev: z.int(),
    number: z.int(),
    dossiers: z.array(choice),
    chosen: z.string(),
    hasDossiers: z.boolean(),
    waiting: z.int(),
    longList: z.string(),
  }),
);

export const sessionScreen = defineScreen(
  'council/session',
  z.strictObject({
    ...pagingFields,
    session: z.string(),
    round: z.string(),
    rev: z.int(),
    roundName: z.string(),
    number: z.int(),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    done: z.int(),
    left: z.int(),
    hasDone: z.boolean(),
    hasLeft: z.boolean(),
    progress: z.string(),
    rows: z.array(z.strictObject({ candidate: z.string(), ...row, mayOpen: z.boolean(), mayNot: z.boolean() })),
    hasRows: z.boolean(),
    nextCandidate: z.string(),
    hasNextCandidate: z.boolean(),
    canClose: z.boolean(),
    canChange: z.boolean(),
    canAdd: z.boolean(),
  }),
);

export const caseScreen = defineScreen(
  'council/case',
  z.strictObject({
    session: z.string(),
    sessionRev: z.int(),
    candidate: z.string(),
    rev: z.int(),
    number: z.int(),
    position: z.int(),
    count: z.int(),
    name: z.string(),
    about: z.string(),
    proposed: z.string(),
    voters: z.string(),
    rule: z.string(),
    result: z.string(),
    hasResult: z.boolean(),
    tone,
    gate: z.string(),
    hasGate: z.boolean(),
    levels: z.array(choice),
    level: z.string(),
    agree: z.string(),
    disagree: z.string(),
    note: z.string(),
    asksOutstanding: z.boolean(),
    outstandingLabel: z.string(),
    outstanding: z.string(),
    mayDrop: z.boolean(),
  }),
);

export const closingScreen = defineScreen(
  'council/closing',
  z.strictObject({
    session: z.string(),
    rev: z.string(),
    number: z.int(),
    meeting: z.string(),
    counts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    warnings: z.array(z.strictObject({ text: z.string() })),
    hasWarnings: z.boolean(),
    notes: z.array(z.strictObject({ text: z.string() })),
    hasNotes: z.boolean(),
  }),
);
