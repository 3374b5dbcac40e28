import type { Config } from '../../config.ts';
import { accountOf } from '../open-files.ts';
import { type Finding, fail, ok, reasonOf, warn } from './finding.ts';

/** The account of Azure Storage, when files and the lease are there and not in a folder. */
export async function checkAccount(config: Config): Promise<Finding[]> {
  const storage = accountOf(config);
  if (storage === undefined) return [];
  try {
    // Only who asks for it waits until its client is loaded.
    const { lookAtAccount } = await import('../../adapters/blob/look-at-account.ts');
    const { hasFiles, isLeased } = await lookAtAccount(storage.account, config.COSMOS_DATABASE);
    return [filesAre(hasFiles), leaseIs(isLeased)];
  } catch (error) {
    // What the service adds in further lines names the request.
    const [why = ''] = reasonOf(error).split('\n');
    const what = `compare ${storage.needed.variable}, and the role of the bot's identity (Storage Blob Data Contributor)`;
    return [fail('files', why, what)];
  }
}

function filesAre(hasFiles: boolean | undefined): Finding {
  if (hasFiles === undefined)
    return warn('files', 'the account has no container for them', 'nothing, before the first start, which makes it');
  return ok('files', hasFiles ? 'the account lists what is kept' : 'the account answers, and keeps none yet');
}

function leaseIs(isLeased: boolean | undefined): Finding {
  if (isLeased === undefined)
    return warn('lease', 'no process has ever asked for it', 'nothing, before the first start, which does');
  if (isLeased) return ok('lease', 'a process has it, and sends');
  return warn('lease', 'no process has it, so none sends', 'start the bot, if it is to run');
}
