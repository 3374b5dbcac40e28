import { z } from 'zod';
import { defineScreen } from '../screen.ts';
import { choice, whoseView } from './assess-screens.ts';

export const evidenceListScreen = defineScreen(
  'nomination/evidence-list',
  z.strictObject({
    ...whoseView,
    name: z.string(),
    roundName: z.string(),
    count: z.string(),
    rows: z.array(
      z.strictObject({
        evidence: z.string(),
        /** Shown above the first piece of each criterion. */
        group: z.string(),
        startsGroup: z.boolean(),
        name: z.string(),
        about: z.string(),
      }),
    ),
    isEmpty: z.boolean(),
    without: z.string(),
    hasWithout: z.boolean(),
    isWritable: z.boolean(),
    isClosed: z.boolean(),
    range: z.string(),
    isPaged: z.boolean(),
    hasBefore: z.boolean(),
    hasAfter: z.boolean(),
    before: z.string(),
    after: z.string(),
  }),
);

export const evidenceItemScreen = defineScreen(
  'nomination/evidence-item',
  z.strictObject({
    ...whoseView,
    evidence: z.string(),
    name: z.string(),
    about: z.string(),
    who: z.string(),
    criterionName: z.string(),
    criterion: z.string(),
    criteria: z.array(choice),
    url: z.string(),
    address: z.string(),
    isFile: z.boolean(),
    isLink: z.boolean(),
    isWritable: z.boolean(),
  }),
);

export const evidenceSortScreen = defineScreen(
  'nomination/evidence-sort',
  z.strictObject({
    ...whoseView,
    files: z.string(),
    rows: z.array(z.strictObject({ input: z.string(), name: z.string(), about: z.string(), choices: z.array(choice) })),
    hasRows: z.boolean(),
    more: z.string(),
    hasMore: z.boolean(),
    refused: z.array(z.strictObject({ text: z.string() })),
    hasRefused: z.boolean(),
  }),
);

export const evidenceLinkScreen = defineScreen(
  'nomination/evidence-link',
  z.strictObject({
    ...whoseView,
    name: z.string(),
    url: z.string(),
    linkName: z.string(),
    criterion: z.string(),
    criteria: z.array(choice),
  }),
);

export const evidenceRemoveScreen = defineScreen(
  'nomination/evidence-remove',
  z.strictObject({ ...whoseView, evidence: z.string(), name: z.string(), about: z.string() }),
);
