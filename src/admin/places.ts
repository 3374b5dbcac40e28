import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openDiskFiles } from '../adapters/disk/disk-files.ts';
import { privateFolder } from '../adapters/disk/private-folder.ts';
import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import { SqliteLease } from '../adapters/sqlite/sqlite-lease.ts';
import { features } from '../features/features.ts';
import type { NamedIn, Place } from '../transfer/place.ts';
import { TransferRefusal } from '../transfer/refusal.ts';

export const databaseIn = (folder: string): string => path.join(folder, 'thidua.db');

/** A data folder of the embedded store, made when it is not there. */
export function openFolder(folder: string): Place {
  privateFolder(folder);
  return {
    store: openSqliteStore({ path: databaseIn(folder) }),
    files: openDiskFiles(path.join(folder, 'files')),
    lease: new SqliteLease(path.join(folder, 'sender.lock')),
  };
}

/** Works on what was opened, and lets go of it however that ends. */
export async function using<T>(places: readonly Place[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    for (const { store, lease } of places) {
      await lease.release();
      await store.close();
    }
  }
}

/** The files that the records of all capabilities name. */
export const named: NamedIn = async function* (store) {
  for (const each of features.flatMap(({ keeps }) => keeps)) yield* each.named(store);
};

/** @throws TransferRefusal for a folder with something in it */
export function newFolder(folder: string): string {
  const there = readdirSync(privateFolder(folder));
  if (there.length > 0) throw new TransferRefusal(`${folder} is not empty: name a folder that is not there yet`);
  return folder;
}
