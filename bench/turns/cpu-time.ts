import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds on a processor so far, all threads of the process together; from the system, so that the process itself does nothing for it. */
export function cpuMs(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(tasks).map((task) => {
    try {
      return Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // A thread that ended between two looks.
      return 0;
    }
  });
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

const lookMs = 250;
/** Of a processor: what it does by itself, time and again. */
const idleShare = 0.08;

/** Waits until the process has nothing left to do of what it was asked, at most so long. */
export async function untilIdle(pid: number, mostMs = 30_000): Promise<void> {
  const until = performance.now() + mostMs;
  for (let calm = 0; calm < 4 && performance.now() < until; ) {
    const before = cpuMs(pid);
    await pause(lookMs);
    calm = cpuMs(pid) - before < lookMs * idleShare ? calm + 1 : 0;
  }
}
