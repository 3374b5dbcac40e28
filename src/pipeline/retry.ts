import { StoreError } from '../ports/store.ts';

/** A double click, or a phone and a desktop at once: the slower one looks at what is stored now and decides anew, once. */
export async function lookAgain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const outrun = error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate');
    if (!outrun) throw error;
    return work();
  }
}
