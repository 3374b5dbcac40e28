import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { aDoc } from '../../support/a-doc.ts';
import { commitDocs } from './commit-docs.ts';

// Commits without end and says so after each: one line `<number>` per acknowledged commit. The parent ends it.
const [path = '', first = '0'] = process.argv.slice(2);
const store = openSqliteStore({ path });
const cursor = aDoc({ id: `cursor:${first}`, type: 'cursor' });
let etag = (await store.commit('unit-1', [{ op: 'create', doc: cursor }])).get(cursor.id) ?? '';
for (let n = Number(first); ; n += 1) {
  try {
    // The replace comes first: a transaction that begins by reading is the one another writer can get in the way of.
    const etags = await store.commit('unit-1', [
      { op: 'replace', doc: { ...cursor, data: n }, etag },
      ...commitDocs(n).map((doc) => ({ op: 'create', doc }) as const),
    ]);
    etag = etags.get(cursor.id) ?? '';
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    writeSync(1, `${error.code} ${n} ${String((error.cause as Error).message)}\n`);
    process.exit(3);
  }
  writeSync(1, `${n}\n`);
}
