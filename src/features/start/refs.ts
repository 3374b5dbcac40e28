import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

const nothing = z.strictObject({});

export const startNotice = pageName('start.notice', z.strictObject({ text: z.string() }));
export const startWelcome = pageName('start.welcome', nothing);
export const startHelp = pageName('start.help', nothing);
export const startChannel = pageName('start.channel', nothing);
export const startUnknown = pageName('start.unknown', z.strictObject({ nearest: z.string() }));
export const startThanks = pageName('start.thanks', nothing);
export const startButton = pageName('start.button', nothing);
export const startLanguage = pageName('start.language', nothing);
