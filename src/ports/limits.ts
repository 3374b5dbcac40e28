import { type Change, type Doc, StoreError } from './store.ts';

export const MAX_CHANGES = 100;
/** Ids of one `getMany`. */
export const MAX_IDS = 100;
const MAX_ID_BYTES = 1_023;
/** One commit, and so one document: the size Cosmos DB accepts for a transactional batch. */
export const MAX_COMMIT_BYTES = 2 * 1024 * 1024;

/** What a batch says around each document: the operation, the id again, the engine's own properties. */
const FRAMING_BYTES = 512;

/**
 * Beside Cosmos' four characters: an engine may cut a text at a control character or fold lone surrogates into one, and an id of
 * one dot or two is a step in the address under which Cosmos has the document.
 */
const FORBIDDEN_IN_ID = /[/\\?#\p{Cc}\p{Cs}]|^\.\.?$/u;
const UTC_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a document may have this id: one that a card claims need not be one. */
export const isId = (id: string): boolean =>
  id !== '' && !FORBIDDEN_IN_ID.test(id) && Buffer.byteLength(id) <= MAX_ID_BYTES;

/** @throws StoreError BadId when no document may have this id. Also asked on reads: it means an id was built wrongly. */
export function checkId(id: string): void {
  if (!isId(id)) throw new StoreError('BadId', id);
}

/** @throws StoreError TooLarge for more than 100 ids to read at once; BadId for the first that no document may have */
export function checkIds(ids: readonly string[]): void {
  if (ids.length > MAX_IDS) throw new StoreError('TooLarge');
  for (const id of ids) checkId(id);
}

/** How much of `MAX_COMMIT_BYTES` the change takes: its JSON in UTF-8 and the framing. */
export function changeBytes(change: Change): number {
  return Buffer.byteLength(JSON.stringify(change)) + FRAMING_BYTES;
}

/**
 * What every adapter refuses before it asks its engine.
 * @returns how much of `MAX_COMMIT_BYTES` the changes take
 * @throws StoreError TooLarge for more than 100 changes or 2 MB; BadId for an id no document may have, an id changed twice in
 *   one commit, or a document of another unit
 * @throws TypeError for `lane` without `dueAt` or the reverse, or a `dueAt` that would not sort: such work would never be found
 */
export function checkCommit(unit: string, changes: readonly Change[]): number {
  checkId(unit);
  if (changes.length > MAX_CHANGES) throw new StoreError('TooLarge');
  const seen = new Set<string>();
  let bytes = 0;
  for (const change of changes) {
    const id = change.op === 'delete' ? change.id : change.doc.id;
    checkId(id);
    if (seen.has(id)) throw new StoreError('BadId', id);
    seen.add(id);
    if (change.op !== 'delete') checkDoc(unit, change.doc);
    bytes += changeBytes(change);
    if (bytes > MAX_COMMIT_BYTES) throw new StoreError('TooLarge', id);
  }
  return bytes;
}

/** @throws RangeError unless `limit` is a whole number of documents, at least one. */
export function checkLimit(limit: number): void {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError(`limit must be a positive integer, got ${limit}`);
}

function checkDoc(unit: string, doc: Doc): void {
  if (doc.unit !== unit) throw new StoreError('BadId', doc.id);
  if (doc.lane === undefined && doc.dueAt === undefined) return;
  if (doc.lane === undefined || doc.dueAt === undefined || !UTC_INSTANT.test(doc.dueAt))
    throw new TypeError(
      `${doc.id}: lane and dueAt (UTC, with milliseconds) come together, got ${doc.lane}, ${doc.dueAt}`,
    );
}
