import { createHash } from 'node:crypto';
import { type KeptFiles, keepsFiles } from '../../../pipeline/kept-files.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { rosterImportRecord } from '../../../records/roster-import.ts';
import { type Outline, outlineSchema } from './outline.ts';

/** Whose the files of all imports are. */
export const rosterImportFiles = 'rosterImport';

/** What is kept of an import, until it is over. */
export const keptImports: readonly KeptFiles[] = (['sha256', 'outline'] as const).map((what) =>
  keepsFiles(rosterImportRecord, (data) =>
    data[what] === '' ? undefined : { owner: rosterImportFiles, sha256: data[what] },
  ),
);

const asText = (outline: Outline): string => JSON.stringify(outline);
/** @returns its SHA-256: the same for as long as the file would do the same */
export async function keepOutline(turn: Turn, outline: Outline): Promise<string> {
  const file = await turn.files.receive([Buffer.from(asText(outline))]);
  try {
    await file.keep(rosterImportFiles);
    return file.sha256;
  } finally {
    await file.drop();
  }
}
export const digestOf = (outline: Outline): string => createHash('sha256').update(asText(outline)).digest('hex');

/** @returns undefined once it is gone */
export async function outlineAt(turn: Turn, sha256: string): Promise<Outline | undefined> {
  const bytes = await bytesAt(turn, sha256);
  return bytes && outlineSchema.parse(JSON.parse(bytes.toString('utf8')));
}

/** The whole of a file that is small enough. */
export async function bytesAt(turn: Turn, sha256: string): Promise<Buffer | undefined> {
  const file = sha256 === '' ? undefined : await turn.files.read(rosterImportFiles, sha256);
  if (file === undefined) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}
