import { z } from 'zod';
import { defineScreen } from '../screen.ts';

const text = z.string();

export const channelChooseScreen = defineScreen(
  'campaign/channel-choose',
  z.strictObject({
    choices: z.array(z.strictObject({ purpose: text, title: text, what: text, state: text, bind: text })),
  }),
);
export const channelBoundScreen = defineScreen(
  'campaign/channel-bound',
  z.strictObject({ purposeName: text, channelName: text, what: text }),
);
