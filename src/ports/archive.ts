/** A file of an archive. Its bytes are asked for when its turn has come. */
export interface ArchiveFile {
  /** Folders parted by `/`; never absolute, never with `..`. */
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * Makes a .zip piece by piece, whatever its size: one file at a time is read, stored as it is, and nothing is kept. The same files give the same
 * bytes. What breaks a file off breaks the archive off.
 */
export type WriteArchive = (files: AsyncIterable<ArchiveFile> | Iterable<ArchiveFile>) => AsyncIterable<Uint8Array>;

export const archiveType = 'application/zip';
