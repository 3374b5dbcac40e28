import { stamp } from '../ports/commit.ts';
import { put } from '../ports/documents.ts';
import type { Files } from '../ports/files.ts';
import type { Sheet } from '../ports/workbook.ts';
import { exportId, exportRecord } from '../records/export.ts';
import type { Ctx } from './context.ts';

/** Longer than its link lives; a file with names is not kept for longer than it takes to open it. */
const kept = { hours: 1 };
/** The same asked for again so soon is one click that was doubled. */
const doubled = { minutes: 1 };

interface Made {
  readonly command: string;
  /** What it is of, and whose the file is. */
  readonly subject: string;
}

/** Makes a workbook and keeps it for an hour: of the same cells, for an hour from now. @returns its SHA-256 */
export const keepExport = async (ctx: Ctx, { sheets, ...made }: Made & { sheets: readonly Sheet[] }): Promise<string> =>
  keepFile(ctx, { ...made, pieces: [await ctx.writeWorkbook(sheets)] });

/** The same of any file, taken in as it is made. */
export async function keepFile(
  ctx: Ctx,
  { command, subject, pieces }: Made & { pieces: Parameters<Files['receive']>[0] },
): Promise<string> {
  const { at } = ctx;
  const file = await ctx.files.receive(pieces);
  const { sha256 } = file;
  const id = exportId(sha256);
  const data = { subject, sha256, by: ctx.me.id, at: stamp(at), dueAt: stamp(at.plus(kept)) };
  const before = await ctx.get(exportRecord, id);
  // Two people may make the same file in the same minute: it is then the second one's, and the first makes it anew.
  const isDoubled = before?.data.by === ctx.me.id && before.data.at > stamp(at.minus(doubled));
  if (!isDoubled) ctx.commit({ command, subject, changes: [put(exportRecord, { ...ctx.scope, id }, before, data)] });
  await file.keep(subject);
  await file.drop();
  return sha256;
}
