import type { Patience } from '../../src/bot/in-time.ts';
import { stillAtWork } from '../../src/bot/reply.ts';

/** A click that takes longer than any test does. */
export const patience: Patience = { ms: 60_000, answer: stillAtWork('still at work') };
/** The same for a bot that is wholly wired, of which a test may have a dozen in one process. */
export const unhurried = { clickMs: patience.ms } as const;
