import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRoom } from '../../../src/adapters/disk/disk-room.ts';

describe('hasRoom', () => {
  it('says what the disk has, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-test-'));
    assert.equal(await hasRoom(folder, 1), true);
    assert.equal(await hasRoom(folder, Number.MAX_SAFE_INTEGER), false);
    assert.deepEqual(readdirSync(folder), []);
    rmSync(folder, { recursive: true });
    assert.equal(await hasRoom(folder, 1), false, 'a folder that is gone takes nothing');
  });
});
