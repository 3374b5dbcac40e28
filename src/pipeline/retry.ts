import { StoreError } from '../ports/store.ts';
import type { Turn } from './turn.ts';

const isOutrun = (error: unknown): boolean =>
  error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate');

/** A double click, or a phone and a desktop at once: the slower one looks at what is stored now and decides anew, once. */
export async function retryOnce<T>(work: (isLast: boolean) => Promise<T>): Promise<T> {
  try {
    return await work(false);
  } catch (error) {
    if (!isOutrun(error)) throw error;
    return work(true);
  }
}

/** Does the work of one turn and writes what it has decided; outrun by another turn, it is done anew in a new one, once. */
export async function inTurn<C extends Turn, T>(
  begin: () => C | Promise<C>,
  work: (turn: C) => Promise<T>,
): Promise<T> {
  return retryOnce(async (isLast) => {
    const turn = await begin();
    if (isLast) turn.insist();
    const done = await work(turn);
    await turn.settle();
    return done;
  });
}
