import type { Logger } from 'pino';
import type { Files } from '../ports/files.ts';
import { oldMs } from './purge-files.ts';

const everyMs = 24 * 3_600_000;

/**
 * Now and once a day, in each process: what it left behind of files that came in when it died lies on its own machine, and the process that
 * sweeps may be on another.
 */
export function keepTidy(files: Pick<Files, 'tidy'>, log: Pick<Logger, 'warn' | 'error'>): { stop(): void } {
  async function tidy(): Promise<void> {
    try {
      const left = await files.tidy(oldMs);
      if (left > 0) log.warn({ left }, 'files that came in and were not kept were deleted');
    } catch (error) {
      log.error({ err: error }, 'what was left of files that came in could not be deleted; it will be tried again');
    }
  }
  void tidy();
  const timer = setInterval(() => void tidy(), everyMs).unref();
  return { stop: () => clearInterval(timer) };
}
