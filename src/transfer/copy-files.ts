import { Fault } from '../domain/errors.ts';
import type { FileName, Files } from '../ports/files.ts';

export interface CopiedFiles {
  readonly count: number;
  readonly bytes: number;
  /** Named by a record and not there: they were missing before, too. */
  readonly missing: readonly FileName[];
}

/**
 * Every file that a record names. One that is there already is copied again: what counts is that it is whole.
 * @throws Fault DAMAGED_FILE naming one whose content is no longer what its name says
 */
export async function copyFiles(from: Files, to: Files, named: AsyncIterable<FileName>): Promise<CopiedFiles> {
  const seen = new Set<string>();
  const missing: FileName[] = [];
  let count = 0;
  let bytes = 0;
  for await (const { owner, sha256 } of named) {
    const key = `${owner} ${sha256}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const found = await from.read(owner, sha256);
    if (found === undefined) {
      missing.push({ owner, sha256 });
      continue;
    }
    const copy = await to.receive(found.chunks);
    try {
      if (copy.sha256 !== sha256) throw new Fault('DAMAGED_FILE', `${sha256} is damaged`);
      await copy.keep(owner);
    } finally {
      await copy.drop();
    }
    count += 1;
    bytes += found.size;
  }
  return { count, bytes, missing };
}
