import { z } from 'zod';
import { pagingFields } from '../paging-view.ts';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const text = z.strictObject({ text: z.string() });
const fact = z.strictObject({ label: z.string(), value: z.string() });
const row = { name: z.string(), detail: z.string(), chip: z.string(), tone };

export const decideScreen = defineScreen(
  'award/decide',
  z.strictObject({
    ...pagingFields,
    round: z.string(),
    roundName: z.string(),
    facts: z.array(fact),
    empty: z.string(),
    decisions: z.array(z.strictObject({ decision: z.string(), ...row })),
    hasDecisions: z.boolean(),
    rows: z.array(z.strictObject({ candidate: z.string(), ...row })),
    hasRows: z.boolean(),
    canAgree: z.boolean(),
    canForward: z.boolean(),
    hasForwarded: z.boolean(),
    canPublish: z.boolean(),
  }),
);

const lines = { round: z.string(), rev: z.string(), roundName: z.string(), what: z.string(), names: z.array(fact) };
export const agreementScreen = defineScreen('award/agreement', z.strictObject({ ...lines, bonus: z.array(text) }));
export const forwardingScreen = defineScreen('award/forwarding', z.strictObject(lines));

const decision = {
  decision: z.string(),
  round: z.string(),
  roundName: z.string(),
  name: z.string(),
  names: z.array(fact),
  bonus: z.array(text),
};
export const paperScreen = defineScreen(
  'award/paper',
  z.strictObject({
    ...decision,
    rev: z.int(),
    agreed: z.string(),
    today: z.string(),
    number: z.string(),
    issuedOn: z.string(),
    declines: z.string(),
    hasDeclines: z.boolean(),
    declineReason: z.string(),
  }),
);
export const decisionScreen = defineScreen(
  'award/decision',
  z.strictObject({
    ...pagingFields,
    decision: z.string(),
    round: z.string(),
    roundName: z.string(),
    name: z.string(),
    facts: z.array(fact),
    bonus: z.array(text),
    rows: z.array(z.strictObject({ nomination: z.string(), ...row, mayOpen: z.boolean(), mayNot: z.boolean() })),
    canRecord: z.boolean(),
    canPublish: z.boolean(),
  }),
);

export const waitingScreen = defineScreen(
  'award/waiting',
  z.strictObject({
    ...pagingFields,
    round: z.string(),
    roundName: z.string(),
    summary: z.string(),
    rows: z.array(
      z.strictObject({
        nomination: z.string(),
        name: z.string(),
        detail: z.string(),
        mayOpen: z.boolean(),
        mayNot: z.boolean(),
      }),
    ),
  }),
);

const paper = {
  nomination: z.string(),
  name: z.string(),
  about: z.string(),
  today: z.string(),
  number: z.string(),
  issuedOn: z.string(),
  reason: z.string(),
};
export const replyScreen = defineScreen(
  'award/reply',
  z.strictObject({ ...paper, round: z.string(), rev: z.int(), authority: z.string(), result: z.string() }),
);
export const revocationScreen = defineScreen(
  'award/revocation',
  z.strictObject({ ...paper, rev: z.int(), decision: z.string(), given: z.string() }),
);
export const revokingScreen = defineScreen(
  'award/revoking',
  z.strictObject({
    nomination: z.string(),
    rev: z.string(),
    number: z.string(),
    issuedOn: z.string(),
    reason: z.string(),
    name: z.string(),
    facts: z.array(fact),
  }),
);

export const publishScreen = defineScreen(
  'award/publish',
  z.strictObject({
    round: z.string(),
    roundName: z.string(),
    summary: z.string(),
    rows: z.array(z.strictObject({ decision: z.string(), ...row, mayOpen: z.boolean(), mayNot: z.boolean() })),
  }),
);
export const previewScreen = defineScreen(
  'award/preview',
  z.strictObject({
    decision: z.string(),
    round: z.string(),
    rev: z.int(),
    name: z.string(),
    facts: z.array(fact),
    warnings: z.array(text),
    hasWarnings: z.boolean(),
  }),
);

export const announcementScreen = defineScreen(
  'award/announcement',
  z.strictObject({
    unitName: z.string(),
    roundName: z.string(),
    intro: z.string(),
    groups: z.array(z.strictObject({ heading: z.string(), names: z.array(text) })),
    part: z.string(),
    rest: z.string(),
    congratulation: z.string(),
  }),
);
export const noticeScreen = defineScreen(
  'award/notice',
  z.strictObject({
    roundName: z.string(),
    heading: z.string(),
    tone,
    notices: z.array(z.strictObject({ text: z.string(), tone })),
  }),
);
export const resultsScreen = defineScreen(
  'award/results',
  z.strictObject({
    ...pagingFields,
    round: z.string(),
    roundName: z.string(),
    mine: z.array(z.strictObject({ text: z.string(), tone })),
    summary: z.string(),
    rows: z.array(z.strictObject({ name: z.string(), detail: z.string() })),
    others: z.array(z.strictObject({ round: z.string(), name: z.string() })),
    hasOthers: z.boolean(),
  }),
);
