import type { Flaw, Found } from './known-kinds.ts';

/** Readers look for the header so far in: what comes before is left by mail programs and scanners. */
const headerWithin = 1_024;
/** Of these every document has one; what has none was cut off, or is a header alone. */
const parts = ['endobj', 'trailer', 'startxref', '%%EOF'];

/** @returns undefined for what is no PDF */
export function pdfKind(bytes: Uint8Array): Found | Flaw | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = all.subarray(0, headerWithin + '%PDF-'.length).indexOf('%PDF-');
  if (at < 0) return undefined;
  if (!parts.some((part) => all.includes(part))) return 'FILE_BROKEN';
  return isLocked(all) ? 'FILE_PASSWORD' : { ext: 'pdf', mime: 'application/pdf' };
}

/** The trailer names how it is encrypted: nobody reads it, or prints it, without more than the file. */
function isLocked(all: Buffer): boolean {
  for (let at = all.indexOf('/Encrypt'); at >= 0; at = all.indexOf('/Encrypt', at + 1)) {
    if (/^\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(all.subarray(at, at + 60).toString('latin1'))) return true;
  }
  return false;
}
