import { StoreError } from '../../ports/store.ts';

/** Whatever the engine throws leaves the outcome in doubt; what the store itself refuses does not. */
export const toStoreError = (cause: unknown): StoreError =>
  cause instanceof StoreError ? cause : new StoreError('Unavailable', undefined, { cause });
