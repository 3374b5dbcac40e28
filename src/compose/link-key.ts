import { openSecretsFolder } from '../adapters/disk/secrets-folder.ts';
import { linkKeyBytes } from '../adapters/links/sealed-links.ts';
import type { Config } from '../config.ts';
import { identityOf } from './identity.ts';
import { startStep } from './start-step.ts';

const name = 'links.key';

/** The key of download links: it survives a restart, and every process that serves the centre has the same. */
export async function keepLinkKey(config: Config): Promise<Uint8Array> {
  const { KEY_VAULT_URL, SECRETS_DIR, LINK_KEY } = config;
  if (LINK_KEY !== undefined) return Buffer.from(LINK_KEY, 'base64url');
  if (KEY_VAULT_URL === undefined)
    return startStep({ variable: 'SECRETS_DIR', value: SECRETS_DIR }, () =>
      openSecretsFolder(SECRETS_DIR).keep(name, linkKeyBytes),
    );
  return startStep({ variable: 'KEY_VAULT_URL', value: KEY_VAULT_URL }, async () => {
    // Only who asks for it waits until its client is loaded.
    const { openVault } = await import('../adapters/vault/open-vault.ts');
    return openVault(KEY_VAULT_URL, identityOf(config)).keep(name, linkKeyBytes);
  });
}
