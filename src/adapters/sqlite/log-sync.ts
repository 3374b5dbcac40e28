import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const datasync = promisify(fdatasync);

/** The disk's word for what a connection has written to its log. */
export interface LogSync {
  /** Resolves once the disk has all that was written before; the process goes on meanwhile. */
  sync(): Promise<void>;
  close(): void;
}

/**
 * The engine's own wait would stop the whole process for as long as the disk takes. No lock of the engine is on this file, so closing it
 * loses none.
 * @param path of a database that is open, and written to: its log is there and stays as long as it is open
 */
export function openLogSync(path: string): LogSync {
  if (path === ':memory:') return { sync: () => Promise.resolve(), close: () => undefined };
  // Windows flushes only what may be written.
  const log = openSync(`${path}-wal`, 'r+');
  return { sync: () => datasync(log), close: () => closeSync(log) };
}
