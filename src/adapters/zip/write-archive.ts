import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ArchiveFile, WriteArchive } from '../../ports/archive.ts';

/** The earliest a zip can say; a time of writing would make every archive another one. */
const entry = { compress: false, mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const;

/** ZIP64 where it has to be, written as it is read (decision record 47). */
export const writeArchive: WriteArchive = async function* (files) {
  const zip = new ZipFile();
  const out = new PassThrough();
  const left = new AbortController();
  zip.outputStream.pipe(out);
  const feeding = feed(zip, files, left.signal).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    yield* out as AsyncIterable<Uint8Array>;
    await feeding;
  } finally {
    // Whoever stops taking it stops it being read.
    left.abort();
    out.destroy();
  }
};

/** One file after another: the next is not opened before this one is read. */
async function feed(zip: ZipFile, files: Parameters<WriteArchive>[0], signal: AbortSignal): Promise<void> {
  for await (const { path, bytes } of files as AsyncIterable<ArchiveFile>) {
    const through = new PassThrough();
    zip.addReadStream(through, path, entry);
    await pipeline(Readable.from(bytes), through, { signal });
  }
  zip.end();
}
