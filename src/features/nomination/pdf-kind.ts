import type { Bytes } from '../../ports/files.ts';
import type { Flaw, Found } from './known-kinds.ts';
import { namesLock, opensWithoutPassword } from './pdf-lock.ts';
import { asBuffer, windowsOf } from './windows.ts';

/** Readers look for the header so far in: what comes before is left by mail programs and scanners. */
const headerWithin = 1_024;
/** Of these every document has one; what has none was cut off, or is a header alone. */
const parts = ['endobj', 'trailer', 'startxref', '%%EOF'];
/** Longer than what is looked for. */
const overlap = 64;

export const isPdf = (head: Uint8Array): boolean =>
  asBuffer(head)
    .subarray(0, headerWithin + '%PDF-'.length)
    .includes('%PDF-');

/** Of a file that has the header of one. One that opens without a password is taken, though it may be kept from being printed or changed. */
export async function pdfKind(file: Bytes): Promise<Found | Flaw> {
  let isWhole = false;
  let isEncrypted = false;
  for await (const window of windowsOf(file, overlap)) {
    isWhole ||= parts.some((part) => window.includes(part));
    isEncrypted ||= namesLock(window);
  }
  if (isWhole && isEncrypted && !(await opensWithoutPassword(file))) return 'FILE_PASSWORD';
  return isWhole ? { ext: 'pdf', mime: 'application/pdf' } : 'FILE_BROKEN';
}
