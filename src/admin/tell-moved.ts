import type { Moved } from '../transfer/move.ts';

export const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Counts of both sides, which are the same, and what was missing on the one that was read. */
export function tellMoved({ documents, files }: Moved): void {
  for (const { unit, type, count, sha256 } of documents) tell(`${unit} ${type}: ${count} (${sha256.slice(0, 12)})`);
  const all = documents.reduce((sum, { count }) => sum + count, 0);
  tell(`${all} documents, counted and summed alike on both sides; ${files.count} files, ${files.bytes} bytes`);
  for (const { owner, sha256 } of files.missing) tell(`a file that a record names is not there: ${sha256} of ${owner}`);
}
