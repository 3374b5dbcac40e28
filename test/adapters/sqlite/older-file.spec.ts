import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { aDoc } from '../../support/a-doc.ts';

/**
 * Written through libsql 0.5 (SQLite 3.45) by the release that used it: two notes and a task in unit-1, one of them replaced, another
 * note deleted; a note in unit-2.
 */
const FILE = new URL('./written-by-libsql.db.gz', import.meta.url);

describe('a database that an earlier release wrote with another engine', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thidua-older-'));
    path = join(folder, 'thidua.db');
    writeFileSync(path, gunzipSync(readFileSync(FILE)));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read as it was written, and written on', async () => {
    const store = openSqliteStore({ path });
    const first = await store.get('unit-1', 'note:1');
    assert.deepEqual(first?.doc, aDoc({ index: { status: 'draft' }, data: { text: 'đã ghi' } }));
    const second = await store.get('unit-1', 'note:2');
    const replaced = { v: 2, rev: 2, index: { status: 'draft' }, data: { list: [1, 2.5, null] } };
    assert.deepEqual(second?.doc, aDoc({ id: 'note:2', ...replaced }));
    assert.equal(await store.get('unit-1', 'gone'), undefined);
    const where = { field: 'status', equals: 'draft' };
    assert.deepEqual((await store.query({ unit: 'unit-1', type: 'note', where, limit: 9 })).items, [first, second]);
    const due = await store.due({ lane: 'send', until: '2026-11-30T02:00:00.000Z', limit: 9 });
    assert.deepEqual(
      due.map(({ doc }) => doc.id),
      ['task:ế'],
    );
    assert.deepEqual(
      [...(await store.totals('note'))],
      [
        ['unit-1', 2],
        ['unit-2', 1],
      ],
    );
    const doc = aDoc({ rev: 2, index: { status: 'sent' } });
    await store.commit('unit-1', [{ op: 'replace', doc, etag: first?.etag ?? '' }]);
    await store.close();
    const again = openSqliteStore({ path });
    assert.deepEqual((await again.get('unit-1', 'note:1'))?.doc, doc);
    await again.close();
  });
});
