import assert from 'node:assert/strict';
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { aDoc } from '../../support/a-doc.ts';
import { commitDocs } from './commit-docs.ts';

// Commits without end, in so many loops at once, and says so after each: one line `<number>` per acknowledged commit. Beside each
// there is one that is refused. The parent ends it.
const [path = '', first = '0', loops = '1'] = process.argv.slice(2);
const store = openSqliteStore({ path });
await Promise.all(Array.from({ length: Number(loops) }, (_, n) => loop(Number(first) + n, Number(loops))));

async function loop(from: number, step: number): Promise<never> {
  const cursor = aDoc({ id: `cursor:${from}`, type: 'cursor' });
  let etag = (await store.commit('unit-1', [{ op: 'create', doc: cursor }])).get(cursor.id) ?? '';
  for (let n = from; ; n += step) {
    try {
      const refused = store.commit('unit-1', [
        { op: 'create', doc: aDoc({ id: `refused:${n}`, type: 'refused' }) },
        { op: 'delete', id: cursor.id, etag: 'stale' },
      ]);
      // The replace comes first: a transaction that begins by reading is the one another writer can get in the way of.
      const written = store.commit('unit-1', [
        { op: 'replace', doc: { ...cursor, data: n }, etag },
        ...commitDocs(n).map((doc) => ({ op: 'create', doc }) as const),
      ]);
      const [refusal, { value, reason }] = (await Promise.allSettled([refused, written])) as [
        PromiseRejectedResult,
        { value?: ReadonlyMap<string, string>; reason?: unknown },
      ];
      if (value === undefined) throw reason;
      assert.equal(refusal.reason.code, 'Conflict');
      etag = value.get(cursor.id) ?? '';
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      writeSync(1, `${error.code} ${n} ${String((error.cause as Error).message)}\n`);
      process.exit(3);
    }
    writeSync(1, `${n}\n`);
  }
}
