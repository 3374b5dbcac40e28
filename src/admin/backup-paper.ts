import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { TransferRefusal } from '../transfer/refusal.ts';

const shape = z.strictObject({
  /** UTC. */
  takenAt: z.iso.datetime(),
  documents: z.array(z.strictObject({ unit: z.string(), type: z.string(), count: z.int(), sha256: z.string() })),
  files: z.strictObject({ count: z.int(), bytes: z.int() }),
});
/** What a backup says of itself. */
export type BackupPaper = z.infer<typeof shape>;

const paperIn = (folder: string): string => path.join(folder, 'backup.json');

/** Written last, and whole or not at all: a backup that broke off has none. */
export function writePaper(folder: string, paper: BackupPaper): void {
  const aside = `${paperIn(folder)}.unfinished`;
  writeFileSync(aside, `${JSON.stringify(shape.parse(paper), null, 2)}\n`, { mode: 0o600 });
  renameSync(aside, paperIn(folder));
}

/** @throws TransferRefusal for a folder without one, or with one that cannot be read */
export function readPaper(folder: string): BackupPaper {
  try {
    return shape.parse(JSON.parse(readFileSync(paperIn(folder), 'utf8')));
  } catch (cause) {
    throw new TransferRefusal(`${folder} is no backup, or one that was not finished`, { cause });
  }
}
