import { type As, copyDocuments, requirePartOf } from './copy-documents.ts';
import { type CopiedFiles, copyFiles } from './copy-files.ts';
import type { NamedIn, Place } from './place.ts';
import { TransferRefusal } from './refusal.ts';
import { differences, type Sum, sumsOf } from './sums.ts';

export interface Moved {
  readonly documents: readonly Sum[];
  readonly files: CopiedFiles;
}

interface Moving {
  readonly named: NamedIn;
  readonly as?: As;
}

/**
 * All documents and the files that they name, counted and summed on both sides. One that broke off is begun again and goes on.
 * @throws TransferRefusal where documents of its own are there, or the two sides differ in the end: one of them was written to meanwhile
 */
export async function move(from: Data, to: Data, { named, as = (doc) => doc }: Moving): Promise<Moved> {
  const documents = await sumsOf(from.store, as);
  await requirePartOf(from.store, to.store, as);
  await copyDocuments(from.store, to.store, as);
  const files = await copyFiles(from.files, to.files, named(from.store));
  requireSame(documents, await sumsOf(to.store));
  return { documents, files };
}

/** @throws TransferRefusal that lists what differs */
export function requireSame(from: readonly Sum[], to: readonly Sum[]): void {
  const found = differences(from, to);
  if (found.length > 0) throw new TransferRefusal(`the two sides differ:\n${found.join('\n')}`);
}

/** As long as it is held nobody else sends or sweeps. @throws TransferRefusal when a bot runs on it */
export async function requireStopped({ lease }: Place): Promise<void> {
  if (!(await lease.acquire())) throw new TransferRefusal('a bot runs on these data: stop it first');
}

type Data = Pick<Place, 'store' | 'files'>;
