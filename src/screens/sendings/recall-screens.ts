import { z } from 'zod';
import { pagingFields } from '../paging-view.ts';
import { defineScreen } from '../screen.ts';

const text = z.string();
const flag = z.boolean();
const figures = z.array(z.strictObject({ label: text, value: text }));

export const cancelSendingScreen = defineScreen(
  'sendings/cancel',
  z.strictObject({ title: text, started: text, figures, spread: text }),
);

export const recallSendingScreen = defineScreen(
  'sendings/recall',
  z.strictObject({ title: text, started: text, figures, hasLost: flag, lost: text, spread: text }),
);

export const recalledScreen = defineScreen(
  'sendings/recalled',
  z.strictObject({
    title: text,
    asked: text,
    state: text,
    stateTone: z.enum(['good', 'accent']),
    recalled: z.int(),
    going: z.int(),
    failed: z.int(),
    hasTimeLeft: flag,
    timeLeft: text,
    hasLost: flag,
    lost: text,
    hasRows: flag,
    rows: z.array(z.strictObject({ name: text, detail: text, why: text })),
    hasPages: flag,
    range: text,
    page: text,
    spread: text,
    ...pagingFields,
  }),
);
