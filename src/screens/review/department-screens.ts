import { z } from 'zod';
import { pagingFields } from '../paging-view.ts';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const fact = z.strictObject({ label: z.string(), value: z.string() });
/** The person, and title and department below the name. */
const who = { name: z.string(), detail: z.string() };

export const peopleScreen = defineScreen(
  'review/people',
  z.strictObject({
    round: z.string(),
    roundName: z.string(),
    query: z.string(),
    isEmpty: z.boolean(),
    rows: z.array(z.strictObject({ person: z.string(), name: z.string(), title: z.string() })),
    ...pagingFields,
  }),
);

export const proposeScreen = defineScreen(
  'review/propose',
  z.strictObject({
    round: z.string(),
    person: z.string(),
    roundName: z.string(),
    ...who,
    levels: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    level: z.string(),
    reason: z.string(),
  }),
);

export const proposalScreen = defineScreen(
  'review/proposal',
  z.strictObject({
    nomination: z.string(),
    rev: z.string(),
    round: z.string(),
    candidate: z.string(),
    roundName: z.string(),
    ...who,
    chip: z.string(),
    tone,
    text: z.string(),
    reason: z.string(),
    facts: z.array(fact),
    next: z.string(),
    mayAnswer: z.boolean(),
    mayAssess: z.boolean(),
    isCandidate: z.boolean(),
  }),
);

export const meetingScreen = defineScreen(
  'review/meeting',
  z.strictObject({
    round: z.string(),
    rev: z.string(),
    roundName: z.string(),
    department: z.string(),
    hasStored: z.boolean(),
    stored: z.array(fact),
    hasStoredNotes: z.boolean(),
    storedNotes: z.string(),
    heldOn: z.string(),
    present: z.string(),
    total: z.string(),
    chair: z.string(),
    secretary: z.string(),
    notes: z.string(),
  }),
);

export const collectiveScreen = defineScreen(
  'review/collective',
  z.strictObject({
    round: z.string(),
    candidate: z.string(),
    roundName: z.string(),
    department: z.string(),
    deadline: z.string(),
    chip: z.string(),
    tone,
    hasMeeting: z.boolean(),
    meetingLine: z.string(),
    hasMeetingNotes: z.boolean(),
    meetingNotes: z.string(),
    sentLine: z.string(),
    hasBar: z.boolean(),
    done: z.number(),
    left: z.number(),
    counts: z.array(fact),
    isHead: z.boolean(),
  }),
);

export const membersScreen = defineScreen(
  'review/members',
  z.strictObject({
    round: z.string(),
    roundName: z.string(),
    department: z.string(),
    rows: z.array(z.strictObject({ name: z.string(), line: z.string(), chip: z.string(), tone })),
    ...pagingFields,
  }),
);
