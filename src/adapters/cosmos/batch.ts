import type { OperationInput, OperationResponse } from '@azure/cosmos';
import { type Change, StoreError } from '../../ports/store.ts';
import { toItem } from './item.ts';

const FAILED_DEPENDENCY = 424;

const idOf = (change: Change): string => (change.op === 'delete' ? change.id : change.doc.id);

export function toOperation(change: Change): OperationInput {
  if (change.op === 'delete') return { operationType: 'Delete', id: change.id, ifMatch: change.etag } as OperationInput;
  const resourceBody = toItem(change.doc);
  return change.op === 'create'
    ? { operationType: 'Create', resourceBody }
    : { operationType: 'Replace', id: change.doc.id, ifMatch: change.etag, resourceBody };
}

/**
 * @param results of a transactional batch, one for each change, in their order
 * @returns the new etag of each created or replaced id
 * @throws StoreError as `Store.commit`: of a batch that was refused, one result says why and all others that they depend on it
 */
export function etagsOf(
  changes: readonly Change[],
  results: readonly OperationResponse[],
): ReadonlyMap<string, string> {
  const etags = new Map<string, string>();
  const at = results.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== FAILED_DEPENDENCY);
  const guilty = changes[at];
  if (guilty !== undefined) throw refusal(guilty, results[at]?.statusCode ?? 0);
  for (const [n, change] of changes.entries()) {
    const result = results[n];
    if (result === undefined || result.statusCode >= 400) throw unclear(`no result for change ${n}`);
    if (change.op !== 'delete') etags.set(change.doc.id, result.eTag ?? '');
  }
  return etags;
}

function refusal(change: Change, status: number): StoreError {
  if (status === 409 && change.op === 'create') return new StoreError('Duplicate', change.doc.id);
  if (status === 412 || status === 404) return new StoreError('Conflict', idOf(change));
  if (status === 413) return new StoreError('TooLarge', idOf(change));
  return unclear(`status ${status} for ${idOf(change)}`);
}

const unclear = (what: string): StoreError => new StoreError('Unavailable', undefined, { cause: new Error(what) });
