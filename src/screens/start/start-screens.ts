import { z } from 'zod';
import { defineScreen } from '../screen.ts';

const command = z.strictObject({ name: z.string(), title: z.string(), hint: z.string() });

export const noticeScreen = defineScreen('start/notice', z.strictObject({ text: z.string() }));
export const welcomeScreen = defineScreen(
  'start/welcome',
  z.strictObject({ fullName: z.string(), unitName: z.string(), office: z.string() }),
);
export const helpScreen = defineScreen('start/help', z.strictObject({ commands: z.array(command) }));
export const unknownScreen = defineScreen('start/unknown', z.strictObject({ commands: z.array(command) }));
export const languageScreen = defineScreen('start/language', z.strictObject({}));
