import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { describeStore } from '../../ports/store-contract.ts';
import { memoryStore } from '../../support/memory-store.ts';

describeStore('SQLite in memory', async () => ({ store: memoryStore() }));

describeStore('SQLite in a file', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'thidua-store-'));
  const path = join(directory, 'thidua.db');
  const store = openSqliteStore({ path });
  return {
    store,
    reopen: async () => {
      await store.close();
      return openSqliteStore({ path });
    },
    dispose: () => rm(directory, { recursive: true }),
  };
});
