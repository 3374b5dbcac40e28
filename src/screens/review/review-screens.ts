import { z } from 'zod';
import { dossierPartView } from '../dossier-part-view.ts';
import { pagingFields } from '../paging-view.ts';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const fact = z.strictObject({ label: z.string(), value: z.string() });
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
    ...pagingFields,
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
    ...pagingFields,
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
