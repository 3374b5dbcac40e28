import { z } from 'zod';
import { defineScreen } from '../screen.ts';

const text = z.string();
const flag = z.boolean();

/** `launch` names the launch that "Đã đọc" acknowledges; empty when nothing was launched. */
const acknowledging = { launch: text, mayAcknowledge: flag };

export const planContentsScreen = defineScreen(
  'campaign/plan-contents',
  z.strictObject({
    movement: text,
    document: text,
    read: flag,
    readLine: text,
    first: text,
    sections: z.array(z.strictObject({ section: text, number: text, title: text })),
    ...acknowledging,
  }),
);

export const planSectionScreen = defineScreen(
  'campaign/plan-section',
  z.strictObject({
    title: text,
    position: text,
    blocks: z.array(
      z.strictObject({
        label: text,
        text,
        note: text,
        chip: text,
        tone: text,
        hasLabel: flag,
        hasText: flag,
        hasNote: flag,
        hasChip: flag,
      }),
    ),
    hasPrevious: flag,
    previousSection: text,
    previousPage: text,
    hasNext: flag,
    nextSection: text,
    nextPage: text,
    ...acknowledging,
  }),
);
