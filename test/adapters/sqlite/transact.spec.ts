import assert from 'node:assert/strict';
import { type Connection, transact } from '../../../src/adapters/sqlite/transact.ts';

/** A connection that notes what it is told and fails where asked. */
class FakeConnection implements Connection {
  isTransaction = false;
  readonly told: string[] = [];
  readonly failing = new Set<string>();

  exec(source: string): void {
    this.told.push(source);
    if (this.failing.has(source)) throw new TypeError(`${source} failed`);
    this.isTransaction = this.isTransaction ? source !== 'COMMIT' && source !== 'ROLLBACK' : source.startsWith('BEGIN');
  }
}

describe('transact', () => {
  it('undoes when the work throws, and throws what it threw', () => {
    const db = new FakeConnection();
    const refusal = new RangeError('no');
    assert.throws(
      () =>
        transact(db, () => {
          throw refusal;
        }),
      refusal,
    );
    assert.deepEqual(db.told, ['BEGIN IMMEDIATE', 'ROLLBACK']);
  });

  it('undoes when committing fails', () => {
    const db = new FakeConnection();
    db.failing.add('COMMIT');
    assert.throws(() => transact(db, () => 1), /COMMIT failed/);
    assert.deepEqual(db.told, ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']);
  });

  it('does not undo what the engine has undone', () => {
    const db = new FakeConnection();
    const work = (): void => {
      db.isTransaction = false;
      throw new RangeError('disk full');
    };
    assert.throws(() => transact(db, work), /disk full/);
    assert.deepEqual(db.told, ['BEGIN IMMEDIATE']);
  });

  it('tells both failures when undoing fails too, and undoes before the next transaction', () => {
    const db = new FakeConnection();
    db.failing.add('COMMIT').add('ROLLBACK');
    assert.throws(
      () => transact(db, () => 1),
      (error) => error instanceof AggregateError && error.errors.length === 2,
    );
    db.failing.clear();
    db.told.length = 0;
    assert.equal(
      transact(db, () => 2),
      2,
    );
    assert.deepEqual(db.told, ['ROLLBACK', 'BEGIN IMMEDIATE', 'COMMIT']);
  });
});
