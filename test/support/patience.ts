import type { Patience } from '../../src/bot/in-time.ts';
import { stillAtWork } from '../../src/bot/reply.ts';

/** A click that takes longer than any test does. */
export const patience: Patience = { ms: 60_000, answer: stillAtWork(() => 'still at work') };
/**
 * For a bot that is wholly wired, of which a test may have a dozen in one process: the same, and nobody waits for a message because they had others
 * just before. The sandbox counts what Teams allows by the wall clock, but the year of a test has minutes.
 */
export const unhurried = { clickMs: patience.ms, ownerGapMs: 20 } as const;
