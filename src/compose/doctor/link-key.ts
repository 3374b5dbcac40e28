import { linkKeyBytes } from '../../adapters/links/sealed-links.ts';
import type { Config } from '../../config.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { linkKeyName, secretsOf } from '../link-key.ts';
import { type Finding, fail, ok, reasonOf, warn } from './finding.ts';
import { checkFolder } from './places.ts';

/** The key of download links, wherever this environment has it. None is made to find out. */
export async function checkLinkKey(config: Config): Promise<Finding[]> {
  if (config.LINK_KEY !== undefined) return [ok('link key', 'LINK_KEY gives it')];
  const { KEY_VAULT_URL, SECRETS_DIR } = config;
  const secrets = await secretsOf(config).open();
  if (KEY_VAULT_URL !== undefined) return checkVault(secrets, KEY_VAULT_URL);
  return [await checkFolder('secrets folder', SECRETS_DIR), await checkKey(secrets)];
}

/** The vault itself, by the key that is in it. */
export async function checkVault(secrets: Secrets, url: string): Promise<Finding[]> {
  try {
    const key = await checkKey(secrets);
    // Only a secret says of its vault whether it may be purged.
    if (key.state === 'warn' || (await secrets.canDestroy(linkKeyName))) return [ok('vault', `${url} answers`), key];
    const says = `${url} answers, and is protected from purging: what has to be destroyed stays in it`;
    return [warn('vault', says, 'a secret vote will be refused; it needs a vault without that protection'), key];
  } catch (error) {
    const [why = ''] = reasonOf(error).split('\n');
    const what = "compare KEY_VAULT_URL, and the role of the bot's identity (Key Vault Secrets Officer)";
    return [fail('vault', why, what)];
  }
}

async function checkKey(secrets: Secrets): Promise<Finding> {
  try {
    const key = await secrets.find(linkKeyName, linkKeyBytes);
    if (key !== undefined) return ok('link key', 'it is there');
    return warn('link key', 'there is none', 'nothing, before the first start, which makes it');
  } catch (error) {
    if (!(error instanceof CodedError && error.code === 'SECRET_DAMAGED')) throw error;
    return fail('link key', `it is damaged: ${error.facts.problems}`, 'as it says; links given out before end');
  }
}
