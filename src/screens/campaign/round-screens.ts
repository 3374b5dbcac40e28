import { z } from 'zod';
import { defineScreen } from '../screen.ts';
import { tone } from '../tone.ts';

const text = z.string();
const flag = z.boolean();
const milestones = z.array(z.strictObject({ name: text, owner: text, on: text }));

export const roundChooseScreen = defineScreen(
  'campaign/round-choose',
  z.strictObject({
    line: text,
    rows: z.array(z.strictObject({ round: text, name: text, detail: text, chip: text, tone, open: text, verb: text })),
  }),
);

export const roundConfirmScreen = defineScreen(
  'campaign/round-confirm',
  z.strictObject({ name: text, deadline: text, audience: text, channelLine: text, milestones, round: text }),
);

export const roundScreen = defineScreen(
  'campaign/round',
  z.strictObject({
    round: text,
    unitName: text,
    name: text,
    state: text,
    stateTone: tone,
    deadline: text,
    hasGrace: flag,
    grace: text,
    graceReason: text,
    opened: text,
    milestones,
    canAssess: flag,
    isPerson: flag,
    isOffice: flag,
    hasReport: flag,
    canExtend: flag,
  }),
);

export const roundOpenedScreen = defineScreen(
  'campaign/round-opened',
  z.strictObject({
    unitName: text,
    greeting: text,
    text,
    headText: text,
    isHead: flag,
    deadline: text,
    deadlineTone: tone,
    round: text,
  }),
);
