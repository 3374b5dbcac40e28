import { StoreError } from '../ports/store.ts';
import type { Turn } from './turn.ts';

const isOutrun = (error: unknown): boolean =>
  error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate');

/** A double click, or a phone and a desktop at once: the slower one looks at what is stored now and decides anew, once. */
export async function retryOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOutrun(error)) throw error;
    return work();
  }
}

/** Does the work of one turn and writes what it has decided; outrun by another turn, it is done anew in a new one, once. */
export async function inTurn<C extends Turn, T>(
  begin: () => C | Promise<C>,
  work: (turn: C) => Promise<T>,
): Promise<T> {
  let isLast = false;
  return retryOnce(async () => {
    const turn = await begin();
    const done = await work(turn);
    const isAgain = isLast;
    isLast = true;
    await turn.settle(isAgain);
    return done;
  });
}
