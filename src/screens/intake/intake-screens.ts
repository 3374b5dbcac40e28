import { z } from 'zod';
import { pagingFields } from '../paging-view.ts';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const list = { round: z.string(), roundName: z.string(), isEmpty: z.boolean(), empty: z.string(), ...pagingFields };
/** Of one dossier; `rev` is the revision that the card shows. */
const dossier = { nomination: z.string(), rev: z.int(), name: z.string(), departmentName: z.string() };

const chip = z.strictObject({
  key: z.string(),
  round: z.string(),
  label: z.string(),
  n: z.string(),
  style: z.enum(['accent', 'emphasis']),
});

export const queueScreen = defineScreen(
  'intake/queue',
  z.strictObject({
    ...list,
    filter: z.string(),
    chips: z.array(z.strictObject({ chips: z.array(chip) })),
    rows: z.array(
      z.strictObject({
        nomination: z.string(),
        name: z.string(),
        department: z.string(),
        state: z.string(),
        tone,
        detail: z.string(),
      }),
    ),
    isClosed: z.boolean(),
  }),
);

export const openScreen = defineScreen(
  'intake/open',
  z.strictObject({
    ...dossier,
    round: z.string(),
    candidate: z.string(),
    code: z.string(),
    title: z.string(),
    hasTitle: z.boolean(),
    state: z.string(),
    tone,
    level: z.string(),
    sentAt: z.string(),
    /** Why it stands still; empty when it does not. */
    remark: z.string(),
    hasRemark: z.boolean(),
    checks: z.array(z.strictObject({ name: z.string(), text: z.string(), result: z.string(), tone })),
    parts: z.array(
      z.strictObject({ criterion: z.string(), name: z.string(), rating: z.string(), tone, evidenceCount: z.string() }),
    ),
    note: z.string(),
    hasNote: z.boolean(),
    isOwn: z.boolean(),
    canAccept: z.boolean(),
    canReturn: z.boolean(),
    canRecord: z.boolean(),
    canHold: z.boolean(),
    canResume: z.boolean(),
  }),
);

export const returnFormScreen = defineScreen(
  'intake/return-form',
  z.strictObject({ ...dossier, earliest: z.string(), reason: z.string(), until: z.string() }),
);
export const holdFormScreen = defineScreen('intake/hold-form', z.strictObject({ ...dossier, reason: z.string() }));
export const originalFormScreen = defineScreen(
  'intake/original-form',
  z.strictObject({ ...dossier, receivedOn: z.string() }),
);

export const lateListScreen = defineScreen(
  'intake/late-list',
  z.strictObject({
    ...list,
    name: z.string(),
    rows: z.array(
      z.strictObject({
        nomination: z.string(),
        rev: z.int(),
        name: z.string(),
        departmentName: z.string(),
        state: z.string(),
      }),
    ),
  }),
);
export const lateFormScreen = defineScreen(
  'intake/late-form',
  z.strictObject({
    ...dossier,
    round: z.string(),
    complete: z.boolean(),
    canReopen: z.boolean(),
    canAct: z.boolean(),
    missing: z.string(),
    reason: z.string(),
    earliest: z.string(),
    until: z.string(),
  }),
);

export const heldScreen = defineScreen(
  'intake/held',
  z.strictObject({
    code: z.string(),
    name: z.string(),
    office: z.string(),
    since: z.string(),
    round: z.string(),
    candidate: z.string(),
  }),
);
