import { z } from 'zod';
import { dossierPartView } from '../dossier-part-view.ts';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';
import { choice, whoseView } from './assess-screens.ts';

const line = z.strictObject({ label: z.string(), text: z.string() });

export const requestScreen = defineScreen(
  'nomination/request',
  z.strictObject({
    ...whoseView,
    name: z.string(),
    roundName: z.string(),
    level: z.string(),
    levels: z.array(choice),
    proposal: z.string(),
    hasProposal: z.boolean(),
  }),
);

export const dossierScreen = defineScreen(
  'nomination/dossier',
  z.strictObject({
    ...whoseView,
    code: z.string(),
    roundName: z.string(),
    name: z.string(),
    department: z.string(),
    state: z.string(),
    stateTone: tone,
    note: z.string(),
    hasNote: z.boolean(),
    noteTone: tone,
    parts: z.array(z.strictObject({ label: z.string(), text: z.string(), state: z.string(), tone })),
    timeline: z.array(line),
    hasTimeline: z.boolean(),
    canSubmit: z.boolean(),
    canResubmit: z.boolean(),
    canAsk: z.boolean(),
    canChangeLevel: z.boolean(),
    canWrite: z.boolean(),
    canRead: z.boolean(),
    canWithdraw: z.boolean(),
    canReopen: z.boolean(),
    rev: z.string(),
  }),
);

export const confirmScreen = defineScreen(
  'nomination/confirm',
  z.strictObject({ ...whoseView, code: z.string(), rows: z.array(line), originals: z.string(), rev: z.string() }),
);

export const withdrawScreen = defineScreen(
  'nomination/withdraw',
  z.strictObject({ ...whoseView, code: z.string(), name: z.string(), after: z.string(), rev: z.string() }),
);

export const receiptScreen = defineScreen(
  'nomination/receipt',
  z.strictObject({
    ...whoseView,
    roundName: z.string(),
    name: z.string(),
    text: z.string(),
    next: z.string(),
    originals: z.string(),
  }),
);

export const withdrawnNoticeScreen = defineScreen(
  'nomination/withdrawn-notice',
  z.strictObject({ code: z.string(), name: z.string(), department: z.string() }),
);

export const readScreen = defineScreen(
  'nomination/read',
  z.strictObject({
    ...whoseView,
    code: z.string(),
    name: z.string(),
    about: z.string(),
    level: z.string(),
    state: z.string(),
    stateTone: tone,
    parts: z.array(dossierPartView),
    loose: z.string(),
    hasLoose: z.boolean(),
  }),
);

export const readCriterionScreen = defineScreen(
  'nomination/read-criterion',
  z.strictObject({ ...whoseView, code: z.string(), who: z.string(), part: dossierPartView }),
);
