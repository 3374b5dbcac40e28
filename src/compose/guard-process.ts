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
 * and ends with 1, to be started again; what was owed is found in the store.
 */
export function guardProcess(log: Pick<Logger, 'error' | 'fatal'>, process: Guarded): void {
  process.on('unhandledRejection', (error) => {
    log.error({ err: error }, 'a promise failed and nobody waited for it');
  });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception: the process ends');
    // Also where the log is silenced.
    process.stderr.write(`thidua-bot ends: ${textOf(error)}\n`);
    process.exit(1);
  });
}
