import { type Logger, pino } from 'pino';
import { CodedError, Fault } from '../domain/errors.ts';
import { StoreError } from '../ports/store.ts';

const mostCauses = 4;
/** Thrown by the engine of the language, whose sentences name code. */
const native: readonly unknown[] = [TypeError, RangeError, ReferenceError];

/**
 * What an error may tell to the log: its kind, its codes and where it came from. Its sentence only when it is ours or the machine's: a
 * service's or a parser's repeats what was sent, and with it people's names and cards.
 */
function errorForLog(error: unknown, causes = mostCauses): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line));
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    ...(isPlain(error) && { message: error.message.slice(0, 300) }),
    stack: frames.join('\n'),
    ...(error.cause instanceof Error && causes > 0 && { cause: errorForLog(error.cause, causes - 1) }),
  };
}

function isPlain(error: Error): boolean {
  if ([CodedError, Fault, StoreError].some((kind) => error instanceof kind)) return true;
  const { syscall, code } = error as { syscall?: unknown; code?: unknown };
  const isMachines = typeof syscall === 'string' || (typeof code === 'string' && code.startsWith('ERR_SQLITE'));
  // A value that such a sentence repeats may be a name: ours are in other letters.
  return (isMachines || native.includes(error.constructor)) && /^[\x20-\x7e]*$/.test(error.message);
}

export const openLog = (level: string, destination?: { write(line: string): void }): Logger =>
  pino({ level, serializers: { err: (error: unknown) => errorForLog(error) } }, destination ?? pino.destination(1));
