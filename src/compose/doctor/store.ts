import { existsSync } from 'node:fs';
import path from 'node:path';
import { openReadOnly } from '../../adapters/sqlite/read-only.ts';
import type { Config } from '../../config.ts';
import type { Store } from '../../ports/store.ts';
import { StoreError } from '../../ports/store.ts';
import { openStore } from '../open-store.ts';
import { type Finding, fail, ok, reasonOf, warn } from './finding.ts';

/** What the doctor asks. */
export type Readable = Omit<Store, 'commit' | 'close'>;
export interface OpenedStore {
  readonly findings: readonly Finding[];
  /** Absent when there is nothing to read, or nothing that this release can. */
  readonly store?: Readable;
  close(): Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

/** Safe beside a running bot: the embedded store is opened for reading alone, and the file of the lease is left alone. */
export function openForReading(config: Config): Promise<OpenedStore> {
  return config.COSMOS_ENDPOINT === undefined ? embedded(path.join(config.DATA_DIR, 'thidua.db')) : cosmos(config);
}

async function embedded(file: string): Promise<OpenedStore> {
  const found = (finding: Finding): OpenedStore => ({ findings: [finding], close: nothing });
  if (!existsSync(file))
    return found(
      warn('store', `${file} is not there`, 'nothing, before the first start, which makes it; else put back a backup'),
    );
  try {
    const { damage, store, close } = openReadOnly(file);
    const how =
      damage === '' ? ok('store', `${file} is whole`) : fail('store', damage, 'stop the bot and put back a backup');
    return { findings: [how], store, close: async () => close() };
  } catch (error) {
    if (error instanceof StoreError && error.code === 'TooNew')
      return found(fail('store', 'a later release wrote it', 'start that one, or put back the backup made before it'));
    const what = 'see that it is the database and this user may read it; else put back a backup';
    return found(fail('store', `${file}: ${reasonOf(error)}`, what));
  }
}

async function cosmos(config: Config): Promise<OpenedStore> {
  try {
    const store = await openStore(config, '', undefined, 'toRead');
    return { store, close: () => store.close(), findings: [ok('store', `${config.COSMOS_ENDPOINT} answers`)] };
  } catch (error) {
    const why = error instanceof StoreError ? reasonOf(error.cause) : problemOf(error);
    const what = 'compare endpoint, key or role, and the consistency of the account (Strong)';
    return { findings: [fail('store', why, what)], close: nothing };
  }
}

const problemOf = (error: unknown): string =>
  String((error as { facts?: { problems?: unknown } }).facts?.problems ?? reasonOf(error));
