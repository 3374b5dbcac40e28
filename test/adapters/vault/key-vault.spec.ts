import assert from 'node:assert/strict';
import { openKeyVault } from '../../../src/adapters/vault/key-vault.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { startVaultStandIn } from '../../support/vault/stand-in.ts';

const waitMs = 300;
const overOneSecondMs = 1_200;
const name = 'links-key';

describe('openKeyVault, on a stand-in', () => {
  let vault: Awaited<ReturnType<typeof startVaultStandIn>>;
  beforeEach(async () => {
    vault = await startVaultStandIn();
  });
  afterEach(() => vault.stop());
  const open = (ms = waitMs) => openKeyVault(vault.client(), ms);
  const hex = async (kept: Promise<Uint8Array>): Promise<string> => Buffer.from(await kept).toString('hex');
  const version = (value: string, created: number, id: string, enabled = true) => ({ value, created, id, enabled });
  const of = (letter: string): string => Buffer.from(letter.repeat(32)).toString('base64url');

  it('makes a secret when there is none, and keeps it', async () => {
    const made = await open().keep('links.key', 32);
    assert.equal(made.byteLength, 32);
    assert.deepEqual(Buffer.from(await open().keep('links.key', 32)), Buffer.from(made));
    assert.deepEqual([...vault.kept.keys()], [name]);
    assert.notDeepEqual(await open().keep('other.key', 32), made);
  });
  it('gives everybody the same when several make it at once', async () => {
    // Who writes in the same second as another, and is listed before it, is not seen by those who have looked: they wait it out.
    const all = await Promise.all(Array.from({ length: 8 }, () => hex(open(overOneSecondMs).keep('links.key', 32))));
    assert.equal(new Set(all).size, 1);
    assert.equal(await hex(open().keep('links.key', 32)), all[0]);
    assert.ok((vault.kept.get(name)?.length ?? 0) > 1, 'several were written');
  });
  it('takes the oldest that is enabled, however they are listed, and of two of one second the same for all', async () => {
    vault.kept.set(name, [
      version(of('d'), 300, 'd'),
      version(of('c'), 200, 'c'),
      version(of('b'), 200, 'b'),
      version(of('a'), 100, 'a', false),
    ]);
    assert.equal(String(Buffer.from(await open().keep('links.key', 32))), 'b'.repeat(32));
  });
  it('makes another once all are disabled', async () => {
    vault.kept.set(name, [version(of('a'), 100, 'a', false)]);
    assert.notEqual(String(Buffer.from(await open().keep('links.key', 32))), 'a'.repeat(32));
  });
  it('takes no part of a secret for one', async () => {
    vault.kept.set(name, [version('c2hvcnQ', 100, 'a')]);
    for (const take of ['keep', 'find'] as const)
      await assert.rejects(
        open()[take]('links.key', 32),
        (error) => error instanceof CodedError && error.code === 'SECRET_DAMAGED',
      );
  });
  it('finds what was made, and makes none to find out', async () => {
    assert.equal(await open().find('links.key', 32), undefined);
    assert.equal(vault.kept.size, 0);
    const made = await open().keep('links.key', 32);
    assert.deepEqual(await open().find('links.key', 32), made);
  });
  it('destroys by deleting and purging, also what was deleted before, and is content when it is gone', async () => {
    const before = await hex(open().keep('links.key', 32));
    assert.equal(await open().canDestroy('links.key'), true);
    await open().destroy('links.key');
    assert.deepEqual([vault.kept.size, vault.deleted.size], [0, 0]);
    await open().destroy('links.key');
    vault.deleted.set(name, { looks: 1 });
    await open().destroy('links.key');
    assert.equal(vault.deleted.size, 0);
    assert.notEqual(await hex(open().keep('links.key', 32)), before);
  });
  it('says that it cannot destroy where the vault is protected from purging, and does not claim to have', async () => {
    vault.protect();
    await open().keep('links.key', 32);
    assert.equal(await open().canDestroy('links.key'), false);
    await assert.rejects(open().destroy('links.key'), { statusCode: 403 });
  });
});
