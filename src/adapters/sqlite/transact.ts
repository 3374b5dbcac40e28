/** What a transaction needs of a connection. */
export interface Connection {
  readonly isTransaction: boolean;
  exec(source: string): unknown;
}

/**
 * Runs `work` with the write lock; anything thrown undoes it all.
 * @throws AggregateError when undoing failed too; the transaction left open is undone before the next one starts
 */
export function transact<T>(db: Connection, work: () => T): T {
  if (db.isTransaction) db.exec('ROLLBACK');
  // Immediate: a transaction that reads first and then wants to write could be refused halfway.
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    undo(db, error);
    throw error;
  }
}

function undo(db: Connection, error: unknown): void {
  // The engine has already undone it after some errors, such as a full disk.
  if (!db.isTransaction) return;
  try {
    db.exec('ROLLBACK');
  } catch (second) {
    throw new AggregateError([error, second], 'rollback failed');
  }
}
