import assert from 'node:assert/strict';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSecretsFolder } from '../../../src/adapters/disk/secrets-folder.ts';
import { CodedError } from '../../../src/domain/errors.ts';

describe('openSecretsFolder', () => {
  let parent: string;
  let dir: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'thidua-test-'));
    dir = join(parent, 'secrets');
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('keeps a secret over a restart, and another name has another', async () => {
    const made = await openSecretsFolder(dir).keep('links.key', 32);
    assert.equal(made.byteLength, 32);
    assert.deepEqual(Buffer.from(await openSecretsFolder(dir).keep('links.key', 32)), Buffer.from(made));
    assert.notDeepEqual(Buffer.from(await openSecretsFolder(dir).keep('other.key', 32)), Buffer.from(made));
  });
  it('gives everybody the same when several processes make it at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => openSecretsFolder(dir).keep('links.key', 32)));
    assert.equal(new Set(all.map((secret) => Buffer.from(secret).toString('hex'))).size, 1);
    assert.deepEqual(readdirSync(dir), ['links.key']);
  });
  it('is for its user alone, also when the folder was open to others', async () => {
    mkdirSync(dir, { mode: 0o755 });
    await openSecretsFolder(dir).keep('links.key', 32);
    assert.equal(statSync(dir).mode & 0o777, 0o700);
    assert.equal(statSync(join(dir, 'links.key')).mode & 0o777, 0o600);
  });
  it('destroys one, is content when it is gone, and makes another', async () => {
    const secrets = openSecretsFolder(dir);
    const before = Buffer.from(await secrets.keep('links.key', 32));
    assert.equal(await secrets.canDestroy('links.key'), true);
    for (let n = 0; n < 2; n += 1) await secrets.destroy('links.key');
    assert.deepEqual(readdirSync(dir), []);
    assert.notDeepEqual(Buffer.from(await secrets.keep('links.key', 32)), before);
  });
  it('writes over what it destroys, where it lay: unlinking alone would leave it on the medium', async () => {
    const secrets = openSecretsFolder(dir);
    const secret = await secrets.keep('links.key', 32);
    // Another name of the same place, which stays when the first is taken away.
    const place = join(parent, 'place');
    linkSync(join(dir, 'links.key'), place);
    assert.deepEqual(readFileSync(place), Buffer.from(secret));
    await secrets.destroy('links.key');
    assert.deepEqual(readFileSync(place), Buffer.alloc(32));
    assert.equal(await secrets.find('links.key', 32), undefined);
  });
  it('takes no part of a secret for one', async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'links.key'), 'short');
    for (const take of ['keep', 'find'] as const)
      await assert.rejects(
        openSecretsFolder(dir)[take]('links.key', 32),
        (error: unknown) => error instanceof CodedError && error.code === 'SECRET_DAMAGED',
      );
  });
  it('finds what was made, and makes neither a secret nor a folder to find out', async () => {
    assert.equal(await openSecretsFolder(dir).find('links.key', 32), undefined);
    assert.deepEqual(readdirSync(parent), []);
    const made = await openSecretsFolder(dir).keep('links.key', 32);
    assert.deepEqual(await openSecretsFolder(dir).find('links.key', 32), made);
  });
});
