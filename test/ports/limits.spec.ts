import assert from 'node:assert/strict';
import { changeBytes, checkCommit, checkId, checkLimit } from '../../src/ports/limits.ts';
import { type Change, StoreError, type StoreErrorCode } from '../../src/ports/store.ts';
import { aDoc } from '../support/a-doc.ts';

const deletes = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => ({ op: 'delete', id: `n:${n}`, etag: 'e' }));

const coded = (code: StoreErrorCode) => (error: unknown) => error instanceof StoreError && error.code === code;

describe('limits of a commit', () => {
  it('allows 100 changes and not 101', () => {
    checkCommit('unit-1', deletes(100));
    assert.throws(() => checkCommit('unit-1', deletes(101)), coded('TooLarge'));
  });

  it('leaves room within 2 MB for what the batch says around each document', () => {
    const doc = aDoc({ data: 'x'.repeat(2 * 1024 * 1024) });
    assert.throws(() => checkCommit('unit-1', [{ op: 'create', doc }]), coded('TooLarge'));
    const body = { ...doc, data: 'x'.repeat(2 * 1024 * 1024 - 1_024) };
    checkCommit('unit-1', [{ op: 'create', doc: body }]);
    assert.ok(changeBytes({ op: 'create', doc: body }) > Buffer.byteLength(JSON.stringify(body)) + 512);
  });

  it('refuses a unit no document may have', () => {
    assert.throws(() => checkCommit('', []), coded('BadId'));
    assert.throws(() => checkCommit('a/b', []), coded('BadId'));
  });

  it('allows ids in Vietnamese, with the marks the project builds ids from', () => {
    for (const id of ['person:Nguyễn Ánh', 'delivery:x@2:remind:p|q', 'settings:2026-01-01:3', '📜']) checkId(id);
  });

  it('wants limits that are whole numbers above zero', () => {
    checkLimit(1);
    for (const limit of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      assert.throws(() => checkLimit(limit), RangeError);
  });
});
