import type { Bytes } from '../../ports/files.ts';

const windowBytes = 256 * 1024;

/** A file from its beginning to its end, a window at a time; each shows the last `overlap` bytes of the one before, so that no word is halved. */
export async function* windowsOf(file: Bytes, overlap: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < file.size; from += windowBytes) {
    const start = Math.max(0, from - overlap);
    yield asBuffer(await file.at(start, from + windowBytes - start));
  }
}

/** The same bytes, to be searched. */
export const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
