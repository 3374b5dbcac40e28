import path from 'node:path';
import { isOwn } from './config-checks.ts';
import { asUrl } from './domain/text/as-url.ts';

/** What says where things are kept, as it was given. */
export interface StorageVariables {
  readonly DATA_DIR: string;
  readonly SECRETS_DIR?: string | undefined;
  readonly KEY_VAULT_URL?: string | undefined;
  readonly LINK_KEY?: string | undefined;
  readonly COSMOS_ENDPOINT?: string | undefined;
  readonly COSMOS_KEY?: string | undefined;
  readonly COSMOS_DATABASE?: string | undefined;
  readonly BLOB_URL?: string | undefined;
  readonly BLOB_CONNECTION_STRING?: string | undefined;
}
type Refuse = (name: keyof StorageVariables, message: string) => void;

/** Either everything is on this machine, or whatever several machines have to share is shared. */
export function checkStorage(env: StorageVariables, refuse: Refuse): void {
  checkCosmos(env, refuse);
  checkBlobs(env, refuse);
  checkKeys(env, refuse);
}

function checkCosmos({ COSMOS_ENDPOINT, ...env }: StorageVariables, refuse: Refuse): void {
  if (COSMOS_ENDPOINT === undefined) {
    for (const name of ['COSMOS_KEY', 'COSMOS_DATABASE'] as const)
      if (env[name] !== undefined) refuse(name, 'only with COSMOS_ENDPOINT; without it the documents are in DATA_DIR');
    return;
  }
  if (isOwn(COSMOS_ENDPOINT)) {
    if (env.COSMOS_KEY === undefined) refuse('COSMOS_KEY', 'required for an address on this machine');
  } else if (isOtherThanAccount(COSMOS_ENDPOINT))
    refuse('COSMOS_ENDPOINT', 'the address of the account alone, such as https://thidua.documents.azure.com/');
}

function checkBlobs({ COSMOS_ENDPOINT, BLOB_URL, BLOB_CONNECTION_STRING }: StorageVariables, refuse: Refuse): void {
  const given = { BLOB_URL, BLOB_CONNECTION_STRING };
  if (COSMOS_ENDPOINT === undefined) {
    for (const name of ['BLOB_URL', 'BLOB_CONNECTION_STRING'] as const)
      if (given[name] !== undefined) refuse(name, 'only with COSMOS_ENDPOINT; without it files are in DATA_DIR');
    return;
  }
  if (BLOB_URL !== undefined && BLOB_CONNECTION_STRING !== undefined)
    refuse('BLOB_CONNECTION_STRING', 'only without BLOB_URL, which is for the bot’s managed identity');
  if (BLOB_URL !== undefined && isOtherThanAccount(BLOB_URL))
    refuse(
      'BLOB_URL',
      'the address of the account alone, such as https://thidua.blob.core.windows.net/, where the bot’s managed identity is shown; other accounts by BLOB_CONNECTION_STRING',
    );
  if (isShared(COSMOS_ENDPOINT) && BLOB_URL === undefined && BLOB_CONNECTION_STRING === undefined)
    refuse(
      'BLOB_URL',
      'required with COSMOS_ENDPOINT, or else BLOB_CONNECTION_STRING: all machines have the same files, and one of them sends',
    );
}

function checkKeys(env: StorageVariables, refuse: Refuse): void {
  const { COSMOS_ENDPOINT, KEY_VAULT_URL, SECRETS_DIR, LINK_KEY, DATA_DIR } = env;
  if (KEY_VAULT_URL !== undefined && SECRETS_DIR !== undefined)
    refuse('SECRETS_DIR', 'only without KEY_VAULT_URL: keys are in one place');
  if (KEY_VAULT_URL !== undefined && isOtherThanAccount(KEY_VAULT_URL))
    refuse('KEY_VAULT_URL', 'the address of the vault alone, such as https://thidua.vault.azure.net/');
  if (SECRETS_DIR !== undefined && isWithin(SECRETS_DIR, DATA_DIR))
    refuse(
      'SECRETS_DIR',
      'a folder that is not in DATA_DIR: whoever has a backup of the data would have the keys, too',
    );
  if (isShared(COSMOS_ENDPOINT) && (KEY_VAULT_URL ?? SECRETS_DIR ?? LINK_KEY) === undefined)
    refuse(
      'KEY_VAULT_URL',
      'required with COSMOS_ENDPOINT, or else SECRETS_DIR or LINK_KEY: all machines have the same keys',
    );
}

/** The emulator of this machine is no other machine's. */
const isShared = (endpoint: string | undefined): boolean => endpoint !== undefined && !isOwn(endpoint);

/** What is no address at all is refused already. */
function isOtherThanAccount(address: string): boolean {
  const url = asUrl(address);
  return url !== undefined && (url.protocol !== 'https:' || url.href !== `${url.origin}/` || isOwn(address));
}

function isWithin(inner: string, outer: string): boolean {
  const way = path.relative(path.resolve(outer), path.resolve(inner));
  return way === '' || !(way.startsWith('..') || path.isAbsolute(way));
}
