import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { SQL } from '../../../src/adapters/sqlite/sql.ts';

describe('query plans of the SQLite store', () => {
  let directory: string;
  let db: DatabaseSyncInstance;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'thidua-plan-'));
    const path = join(directory, 'thidua.db');
    await openSqliteStore({ path }).close();
    db = new DatabaseSync(path);
  });
  after(async () => {
    db.close();
    await rm(directory, { recursive: true });
  });

  function planOf(sql: string): string[] {
    const values = Array.from({ length: sql.split('?').length - 1 }, () => 'x');
    return (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(({ detail }) => detail);
  }

  for (const [name, sql] of Object.entries(SQL).filter(([, text]) => !text.startsWith('INSERT')))
    it(`${name} searches an index and neither scans nor sorts`, () => {
      // The ids that were asked for are gone through one by one; each is then searched.
      const plan = planOf(sql).filter((detail) => !detail.startsWith('SCAN asked VIRTUAL TABLE'));
      assert.ok(plan.length > 0);
      for (const detail of plan) assert.match(detail, /^SEARCH .* USING (COVERING )?(INDEX|PRIMARY KEY)/);
    });

  it('due uses the index that holds only documents that owe work', () => {
    assert.deepEqual(planOf(SQL.due), ['SEARCH d USING INDEX documents_due (lane=? AND due_at<?)']);
  });

  it('that index does not hold the others', () => {
    assert.throws(() => planOf('SELECT id FROM documents INDEXED BY documents_due'), /no query solution/);
  });

  it('totals counts without reading a document', () => {
    assert.deepEqual(planOf(SQL.totals), ['SEARCH d USING COVERING INDEX documents_by_type (type=?)']);
  });

  it('shows a scan where there is one', () => {
    assert.match(planOf('SELECT data FROM documents d WHERE d.rev = ? ORDER BY d.data').join(), /SCAN.*TEMP B-TREE/);
  });
});
