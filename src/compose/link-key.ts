import { openSecretsFolder } from '../adapters/disk/secrets-folder.ts';
import { linkKeyBytes } from '../adapters/links/sealed-links.ts';
import type { Config } from '../config.ts';
import type { Secrets } from '../ports/secrets.ts';
import { identityOf } from './identity.ts';
import { type Needed, startStep } from './start-step.ts';

export const linkKeyName = 'links.key';

/** The key of download links: it survives a restart, and every process that serves the centre has the same. */
export function keepLinkKey(config: Config): Promise<Uint8Array> | Uint8Array {
  if (config.LINK_KEY !== undefined) return Buffer.from(config.LINK_KEY, 'base64url');
  const { needed, open } = secretsOf(config);
  return startStep(needed, async () => (await open()).keep(linkKeyName, linkKeyBytes));
}

/** Where keys are, by the variable that says so. To open it asks and makes nothing yet. */
export function secretsOf(config: Config): { readonly needed: Needed; open(): Promise<Secrets> } {
  const { KEY_VAULT_URL, SECRETS_DIR } = config;
  if (KEY_VAULT_URL === undefined)
    return {
      needed: { variable: 'SECRETS_DIR', value: SECRETS_DIR },
      open: async () => openSecretsFolder(SECRETS_DIR),
    };
  return {
    needed: { variable: 'KEY_VAULT_URL', value: KEY_VAULT_URL },
    open: async () => {
      // Only who asks for it waits until its client is loaded.
      const { openVault } = await import('../adapters/vault/open-vault.ts');
      return openVault(KEY_VAULT_URL, identityOf(config));
    },
  };
}
