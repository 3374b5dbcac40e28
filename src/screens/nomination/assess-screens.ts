import { z } from 'zod';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

/** Which dossier the card's actions speak of. */
export const whoseView = { round: z.string(), candidate: z.string() };
export const choice = z.strictObject({ title: z.string(), value: z.string() });

export const overviewScreen = defineScreen(
  'nomination/overview',
  z.strictObject({
    ...whoseView,
    roundName: z.string(),
    name: z.string(),
    department: z.string(),
    done: z.int(),
    left: z.int(),
    total: z.int(),
    hasDone: z.boolean(),
    hasLeft: z.boolean(),
    deadline: z.string(),
    wish: z.string(),
    state: z.string(),
    stateTone: tone,
    rows: z.array(
      z.strictObject({ criterion: z.string(), name: z.string(), state: z.string(), tone, evidence: z.string() }),
    ),
    canGoOn: z.boolean(),
    /** The first criterion still to be answered. */
    next: z.string(),
    canFinish: z.boolean(),
    canAsk: z.boolean(),
    canDecline: z.boolean(),
  }),
);

const answerInputs = {
  rating: z.string(),
  words: z.string(),
  reason: z.string(),
  ratings: z.array(choice),
  asksReason: z.boolean(),
  maxWords: z.string(),
  maxReason: z.string(),
};

export const criterionScreen = defineScreen(
  'nomination/criterion',
  z.strictObject({
    ...whoseView,
    criterion: z.string(),
    place: z.string(),
    who: z.string(),
    name: z.string(),
    text: z.string(),
    ...answerInputs,
    base: z.string(),
    evidence: z.string(),
    state: z.string(),
    tone,
    hasNext: z.boolean(),
    isLast: z.boolean(),
  }),
);

export const conflictScreen = defineScreen(
  'nomination/conflict',
  z.strictObject({
    ...whoseView,
    criterion: z.string(),
    name: z.string(),
    stored: z.strictObject({ rating: z.string(), text: z.string(), by: z.string() }),
    ...answerInputs,
    base: z.string(),
  }),
);
