import { z } from 'zod';
import { dossierPartView } from '../dossier-part-view.ts';
import { defineScreen } from '../screen.ts';

/** Styles of a chip. */
const tone = z.enum(['good', 'warning', 'attention', 'accent', 'emphasis']);
export type Tone = z.infer<typeof tone>;
const fact = z.strictObject({ label: z.string(), value: z.string() });
const paged = {
  from: z.number(),
  to: z.number(),
  total: z.number(),
  hasPrevious: z.boolean(),
  previous: z.string(),
  hasNext: z.boolean(),
  next: z.string(),
};
/** Whose dossier: the name, and title and department below it. */
const who = { name: z.string(), detail: z.string() };

export const queueScreen = defineScreen(
  'review/queue',
  z.strictObject({
    round: z.string(),
    roundName: z.string(),
    list: z.string(),
    heading: z.string(),
    intro: z.string(),
    hasRows: z.boolean(),
    rows: z.array(z.strictObject({ nomination: z.string(), ...who, line: z.string(), chip: z.string(), tone })),
    ...paged,
    isWaiting: z.boolean(),
    showsHandled: z.boolean(),
    showsOverdue: z.boolean(),
    mayPropose: z.boolean(),
    hasCollective: z.boolean(),
  }),
);

export const dossierScreen = defineScreen(
  'review/dossier',
  z.strictObject({
    nomination: z.string(),
    rev: z.string(),
    round: z.string(),
    roundName: z.string(),
    ...who,
    chip: z.string(),
    tone,
    facts: z.array(fact),
    hasOpinion: z.boolean(),
    opinionHeading: z.string(),
    hasOpinionText: z.boolean(),
    opinionText: z.string(),
    parts: z.array(
      dossierPartView.pick({
        criterion: true,
        name: true,
        rating: true,
        tone: true,
        excerpt: true,
        hasExcerpt: true,
        evidenceCount: true,
      }),
    ),
    hasLoose: z.boolean(),
    looseCount: z.string(),
    mayOpine: z.boolean(),
    isReviewer: z.boolean(),
  }),
);

export const criterionScreen = defineScreen(
  'review/criterion',
  z.strictObject({
    nomination: z.string(),
    criterion: z.string(),
    roundName: z.string(),
    name: z.string(),
    title: z.string(),
    text: z.string(),
    hasRating: z.boolean(),
    rating: z.string(),
    tone,
    hasSaid: z.boolean(),
    saysNothing: z.boolean(),
    said: z.string(),
    evidenceCount: z.string(),
    evidence: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    ...paged,
  }),
);

export const formScreen = defineScreen(
  'review/form',
  z.strictObject({
    nomination: z.string(),
    rev: z.string(),
    verb: z.string(),
    roundName: z.string(),
    heading: z.string(),
    ...who,
    explain: z.string(),
    label: z.string(),
    button: z.string(),
    reason: z.string(),
  }),
);

export const opinionScreen = defineScreen(
  'review/opinion',
  z.strictObject({
    nomination: z.string(),
    round: z.string(),
    candidate: z.string(),
    roundName: z.string(),
    ...who,
    chip: z.string(),
    tone,
    given: z.string(),
    hasReason: z.boolean(),
    reason: z.string(),
    next: z.string(),
    isCandidate: z.boolean(),
  }),
);

export const returnedScreen = defineScreen(
  'review/returned',
  z.strictObject({
    round: z.string(),
    candidate: z.string(),
    roundName: z.string(),
    code: z.string(),
    reason: z.string(),
    facts: z.array(fact),
    isOpen: z.boolean(),
    hasMoved: z.boolean(),
    since: z.string(),
  }),
);

export const peopleScreen = defineScreen(
  'review/people',
  z.strictObject({
    round: z.string(),
    roundName: z.string(),
    query: z.string(),
    isEmpty: z.boolean(),
    rows: z.array(z.strictObject({ person: z.string(), name: z.string(), title: z.string() })),
    ...paged,
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
    ...paged,
  }),
);

export const awayScreen = defineScreen(
  'review/away',
  z.strictObject({
    round: z.string(),
    department: z.string(),
    roundName: z.string(),
    text: z.string(),
    rows: z.array(z.strictObject({ name: z.string(), detail: z.string(), due: z.string() })),
    hasMore: z.boolean(),
    more: z.string(),
  }),
);
