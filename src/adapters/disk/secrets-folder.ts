import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../domain/errors.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { privateFolder } from './private-folder.ts';
import { unlessMissing } from './unless-missing.ts';

/** A file a secret. Of several processes that make one at the same moment, all get the one that was first. */
export function openSecretsFolder(dir: string): Secrets {
  const whole = (secret: Uint8Array, name: string, bytes: number): Uint8Array => {
    if (secret.byteLength === bytes) return secret;
    throw new CodedError('SECRET_DAMAGED', { problems: `${name}: remove it, and another is made` });
  };
  const find: Secrets['find'] = async (name, bytes) => {
    const kept = await unlessMissing(readFile(join(dir, name)));
    return kept && whole(kept, name, bytes);
  };
  return {
    find,
    async keep(name, bytes) {
      privateFolder(dir);
      return (await find(name, bytes)) ?? whole(await made(join(dir, name), randomBytes(bytes)), name, bytes);
    },
    canDestroy: async () => true,
    async destroy(name) {
      const path = join(dir, name);
      await unlessMissing(blotted(path));
      await rm(path, { force: true });
    },
  };
}

/** Unlinking alone leaves it where it was. Whether the medium writes over it in the same place is the medium's own. */
async function blotted(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(new Uint8Array(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Written aside and then named: a name without its whole secret is never there. */
async function made(path: string, secret: Uint8Array): Promise<Uint8Array> {
  const aside = `${path}.${randomUUID()}`;
  try {
    const file = await open(aside, 'wx', 0o600);
    await file.writeFile(secret);
    await file.sync();
    await file.close();
    await link(aside, path);
    return secret;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return readFile(path);
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}
