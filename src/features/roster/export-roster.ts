import { z } from 'zod';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { keepExport } from '../../pipeline/keep-export.ts';
import { requireRoster } from './find.ts';
import { rosterFile } from './refs.ts';
import { rosterRows, rosterSheet } from './roster-sheet.ts';

export const exportRosterInput = z.strictObject({});
/** Whose the file is. */
export const rosterSubject = 'roster';

/** The whole roster as a workbook that is read again as it is. @throws CodedError OFFICE_ONLY */
export async function exportRoster(ctx: Ctx): Promise<Answer> {
  requireRoster(ctx);
  const texts = ctx.texts(ctx.me.data.locale);
  const rows = await rosterRows(ctx, texts);
  const sheets = [rosterSheet(texts, rows)];
  const sha256 = await keepExport(ctx, { command: 'roster.export', subject: rosterSubject, sheets });
  return show(rosterFile.ref({ sha256 }), good('roster.exported', { n: rows.length }));
}
