import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** Long enough for the slowest machine: a test that passes does not wait for it. */
  readonly withinMs?: number;
  readonly everyMs?: number;
  /** What else whoever reads of the failure wants to know. */
  readonly says?: () => string;
}

/** In real time, whatever the clock of the test says. Asks again and again, and fails when it does not become so. */
export async function waitUntil(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { withinMs = 20_000, everyMs = 10, says = () => '' }: Patience = {},
): Promise<void> {
  for (const deadline = performance.now() + withinMs; !(await holds()); await pause(everyMs))
    if (performance.now() >= deadline)
      assert.fail(`${what}: still not so after ${withinMs / 1_000} s. ${says()}`.trim());
}
