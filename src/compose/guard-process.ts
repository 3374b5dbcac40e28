import type { Logger } from 'pino';

/** What of `process` is needed here. */
interface Guarded {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
  readonly stderr: { write(text: string): unknown };
  exit(code: number): unknown;
}

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/**
 * Nothing ends unheard. A promise that failed with nobody waiting for it is logged, and the bot goes on: one turn or one library
 * call must not take the service from everyone. After an uncaught exception nobody knows what state the process is in: it says why
 * and ends with 1, to be started again; what was owed is found in the store. So does who can no longer vouch for what is written: the next
 * process reads what the disk really has, and has the lease with it.
 * @param lost resolves when that is so
 */
export function guardProcess(log: Pick<Logger, 'error' | 'fatal'>, process: Guarded, lost: Promise<Error>): void {
  function end(error: unknown, why: string): void {
    log.fatal({ err: error }, `${why}: the process ends`);
    // Also where the log is silenced.
    process.stderr.write(`thidua-bot ends: ${textOf(error)}\n`);
    process.exit(1);
  }
  process.on('unhandledRejection', (error) => {
    log.error({ err: error }, 'a promise failed and nobody waited for it');
  });
  process.on('uncaughtException', (error) => end(error, 'uncaught exception'));
  lost.then((error) => end(error, 'what is written is not kept'));
}
