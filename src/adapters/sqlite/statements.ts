import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { SQL } from './sql.ts';

export type Statements = Readonly<Record<keyof typeof SQL, StatementSyncInstance>>;

/** Compiled once; they end with the connection. */
export function prepareStatements(db: DatabaseSyncInstance): Statements {
  return Object.fromEntries(Object.entries(SQL).map(([name, text]) => [name, db.prepare(text)])) as Statements;
}
