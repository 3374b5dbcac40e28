import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { commitDocs } from './commit-docs.ts';

// Commits without end and says so after each: one line `<number>` per acknowledged commit. The parent ends it.
const [path = '', first = '0'] = process.argv.slice(2);
const store = openSqliteStore({ path });
for (let n = Number(first); ; n += 1) {
  try {
    await store.commit(
      'unit-1',
      commitDocs(n).map((doc) => ({ op: 'create', doc })),
    );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    writeSync(1, `${error.code} ${n} ${String((error.cause as Error).message)}\n`);
    process.exit(3);
  }
  writeSync(1, `${n}\n`);
}
