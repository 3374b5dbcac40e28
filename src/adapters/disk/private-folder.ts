import { chmodSync, mkdirSync, statSync } from 'node:fs';

/** A folder that nobody but this user can look into: made when absent, and closed to the others when it is this user's. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { uid, mode } = statSync(path);
  // What is another user's is theirs to close; Windows has no such rights.
  if (mode % 0o100 !== 0 && uid === process.getuid?.()) chmodSync(path, mode & 0o700);
  return path;
}
