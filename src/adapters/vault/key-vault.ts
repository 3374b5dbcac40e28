import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isRestError } from '@azure/core-rest-pipeline';
import type { SecretClient, SecretProperties } from '@azure/keyvault-secrets';
import { CodedError, Fault } from '../../domain/errors.ts';
import type { Secrets } from '../../ports/secrets.ts';

/**
 * So long several who make a secret at once wait for one another, each of whom has looked and found none. Longer than the second to which a vault
 * gives dates: within one, who writes later may come first in the order.
 */
const settleMs = 5_000;
const askAgainMs = 1_000;

/**
 * A secret of Azure Key Vault each, in base64url. A vault cannot be told to make one only if it is absent: each who finds none writes a version,
 * waits until all have, and then the oldest one that is enabled is everybody's. To change a secret its versions are disabled.
 */
export function openKeyVault(client: SecretClient, waitMs = settleMs): Secrets {
  /** What this version is. */
  const contentOf = async (called: string, version: string, bytes: number): Promise<Uint8Array> => {
    const { value = '' } = await client.getSecret(called, { version });
    const kept = Buffer.from(value, 'base64url');
    if (kept.byteLength !== bytes)
      throw new CodedError('SECRET_DAMAGED', { problems: `${called}: disable it in the vault, and another is made` });
    return kept;
  };
  return {
    async find(name, bytes) {
      const called = nameOf(name);
      const { version } = (await eldestOf(client, called)) ?? {};
      return version === undefined ? undefined : contentOf(called, version, bytes);
    },
    async keep(name, bytes) {
      const called = nameOf(name);
      const found = await eldestOf(client, called);
      if (found === undefined)
        await client.setSecret(called, randomBytes(bytes).toString('base64url'), { contentType: 'base64url' });
      const isSettled = found !== undefined && Date.now() - dateOf(found) >= waitMs;
      if (!isSettled) await pause(waitMs);
      const eldest = isSettled ? found : await eldestOf(client, called);
      if (eldest?.version === undefined)
        throw new Fault('SECRET_LOST', `${called}: what was written to the vault is not there`);
      return contentOf(called, eldest.version, bytes);
    },
    async canDestroy(name) {
      const { recoveryLevel = '' } = (await eldestOf(client, nameOf(name))) ?? {};
      return recoveryLevel.includes('Purgeable');
    },
    async destroy(name) {
      const called = nameOf(name);
      // Also one that was deleted before, and not purged.
      const deleting = await unlessAbsent(client.beginDeleteSecret(called, { intervalInMs: askAgainMs }));
      await deleting?.pollUntilDone();
      await unlessAbsent(client.purgeDeletedSecret(called));
    },
  };
}

/** Letters, digits and hyphens are what a vault takes. */
const nameOf = (name: string): string => name.replaceAll('.', '-');

const dateOf = ({ createdOn }: SecretProperties): number => createdOn?.getTime() ?? 0;

/** Dates are whole seconds, so two may have the same: the version's own name then decides, for everybody alike. */
async function eldestOf(client: SecretClient, name: string): Promise<SecretProperties | undefined> {
  const usable: SecretProperties[] = [];
  const all = async () => {
    for await (const each of client.listPropertiesOfSecretVersions(name)) if (each.enabled) usable.push(each);
  };
  await unlessAbsent(all());
  return usable.sort((a, b) => dateOf(a) - dateOf(b) || ((a.version ?? '') < (b.version ?? '') ? -1 : 1))[0];
}

async function unlessAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isRestError(error) && error.statusCode === 404) return undefined;
    throw error;
  }
}
