import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskFiles } from '../../src/adapters/disk/disk-files.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { describeFiles } from './files-contract.ts';

const anHour = 3_600_000;

describeFiles('on disk', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'thidua-files-'));
  return {
    files: openDiskFiles(dir),
    elsewhere: () => openDiskFiles(dir),
    age: async () => {
      const old = new Date(Date.now() - 2 * anHour);
      for (const entry of await readdir(dir, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), old, old);
      return anHour;
    },
    dispose: () => rm(dir, { recursive: true }),
  };
});

describeFiles('of the test office, in memory', async () => {
  let now = 0;
  const files = memoryFiles(() => now);
  return {
    files,
    elsewhere: () => files,
    age: async () => {
      now += 2 * anHour;
      return anHour;
    },
    dispose: async () => undefined,
  };
});
