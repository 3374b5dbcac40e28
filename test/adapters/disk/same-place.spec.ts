import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rememberPlace } from '../../../src/adapters/disk/same-place.ts';

describe('rememberPlace', () => {
  let folder: string;
  let data: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thidua-test-'));
    data = join(folder, 'data');
    file = join(data, 'thidua.db');
    mkdirSync(data);
    writeFileSync(file, 'x');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds it there as long as it is, whatever is written to it', async () => {
    const place = await rememberPlace([data, file, join(data, 'absent')]);
    writeFileSync(file, 'more');
    writeFileSync(join(data, 'absent'), 'made later');
    assert.equal(await place(), 'there');
  });
  it('misses a folder that was moved away, and finds it when it is back', async () => {
    const place = await rememberPlace([data, file]);
    renameSync(data, join(folder, 'elsewhere'));
    assert.equal(await place(), 'gone');
    renameSync(join(folder, 'elsewhere'), data);
    assert.equal(await place(), 'there');
  });
  it('tells an empty folder in its place, as a share that is no longer mounted leaves one', async () => {
    const place = await rememberPlace([data, file]);
    renameSync(data, join(folder, 'elsewhere'));
    mkdirSync(data);
    assert.equal(await place(), 'another');
  });
  it('tells a copy in its place, as one that restores a backup below a running process', async () => {
    const place = await rememberPlace([data, file]);
    cpSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    assert.equal(await place(), 'another');
  });
});
