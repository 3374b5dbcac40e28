import { CodedError } from '../domain/errors.ts';
import { StoreError } from '../ports/store.ts';

/** One thing that the bot needs before it can start, and the variable by which it was told of it. */
export interface Needed {
  readonly variable: string;
  readonly value: string;
}

/**
 * Does what has to succeed before the bot can start.
 * @throws CodedError CANNOT_START whose `problems` name the variable, its value and what is wrong with it
 */
export async function startStep<T>({ variable, value }: Needed, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new CodedError('CANNOT_START', { problems: `${variable}: got ${JSON.stringify(value)}; ${reasonOf(error)}` });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof CodedError) return `${error.code}\n${error.facts.problems ?? ''}`.trim();
  // The store's own word is a code; what the engine or the system said is behind it.
  if (error instanceof StoreError && error.cause instanceof Error) return `${error.message} (${error.cause.message})`;
  return error instanceof Error ? error.message : String(error);
}
