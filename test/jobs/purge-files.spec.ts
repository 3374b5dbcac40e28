import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDiskFiles } from '../../src/adapters/disk/disk-files.ts';
import { features } from '../../src/features/features.ts';
import { purgeFiles } from '../../src/jobs/purge-files.ts';
import { create } from '../../src/ports/documents.ts';
import { evidenceId, evidenceRecord } from '../../src/records/evidence.ts';
import { exportId, exportRecord } from '../../src/records/export.ts';
import { keepFile, keptFile } from '../support/memory-files.ts';
import { openOffice, person, scope } from '../support/office.ts';
import { round } from '../support/seed-round.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const owner = `${round}:${person('an')}`;

describe('files that no record names', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'thidua-purge-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  async function setUp() {
    const office = await openOffice();
    const files = openDiskFiles(dir);
    const at = '2026-11-02T02:00:00.000Z';
    const evidence = (unit: string, text: string) =>
      create(evidenceRecord, { ...scope, unit }, evidenceId(round, person('an'), sha(text)), {
        ...{ round, candidate: { kind: 'person', id: person('an') }, criterion: '', kind: 'file', name: 'a.pdf' },
        ...{ sha256: sha(text), bytes: 1, mediaType: 'application/pdf', url: '', added: { by: person('an'), at } },
      });
    await office.store.commit(scope.unit, [
      evidence(scope.unit, 'named'),
      create(exportRecord, scope, exportId(sha('table')), {
        ...{ subject: 'spread:x', sha256: sha('table'), by: person('office'), at, dueAt: at },
      }),
    ]);
    await office.store.commit('another-unit', [evidence('another-unit', 'theirs')]);
    for (const text of ['named', 'theirs', 'left', 'fresh']) await keepFile(files, owner, bytes(text));
    await keepFile(files, 'spread:x', bytes('table'));
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const entry of await readdir(dir, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name !== sha('fresh')) await utimes(join(entry.parentPath, entry.name), old, old);
    const lane = purgeFiles({
      ...{ store: office.store, files, log: pino({ level: 'silent' }) },
      kept: features.flatMap(({ keeps }) => keeps),
    });
    const there = async (text: string) => (await keptFile(files, owner, sha(text))) !== undefined;
    return { lane, files, there };
  }

  it('are deleted; what any unit names, and what has just come, is kept', async () => {
    const { lane, files, there } = await setUp();
    for (const _ of ['once', 'twice']) assert.equal(await lane.run(() => false), 24 * 3_600_000);
    const kept = await Promise.all(['named', 'theirs', 'fresh', 'left'].map(there));
    assert.deepEqual(kept, [true, true, true, false]);
    assert.ok(await keptFile(files, 'spread:x', sha('table')));
  });

  it('are kept when they are put anew while the records are read', async () => {
    const { files, there } = await setUp();
    async function* meanwhile() {
      await keepFile(files, owner, bytes('left'));
      yield { owner, sha256: sha('named') };
    }
    await files.purge(meanwhile, 3_600_000);
    assert.equal(await there('left'), true);
    assert.equal(await there('theirs'), false);
  });
});
