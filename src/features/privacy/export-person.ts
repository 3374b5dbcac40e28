import type { z } from 'zod';
import { mayAskAbout } from '../../domain/policy/privacy.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { keepExport, keepFile } from '../../pipeline/keep-export.ts';
import { copyFiles } from './copy-files.ts';
import { copySheets } from './copy-sheets.ts';
import { gather } from './gather.ts';
import { type personParams, privacyFile } from './refs.ts';
import { whoseOf } from './whose.ts';

/**
 * A copy of everything stored about one person, as a workbook, with the files of evidence beside it: for that person, and for the office to hand over.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW
 */
export async function exportPerson(ctx: Ctx, params: z.infer<typeof personParams>): Promise<Answer> {
  const id = params.person || ctx.me.id;
  requireMay(ctx, (actor) => mayAskAbout(actor, id), 'OFFICE_ONLY');
  const whose = await whoseOf(ctx, id);
  const texts = ctx.texts(ctx.me.data.locale);
  const gathered = await gather(ctx, whose);
  const { there, lost } = await copyFiles(ctx, texts, gathered.evidence);
  const sheets = await copySheets(ctx, texts, { whose, gathered, lost });
  const made = { command: 'privacy.export', subject: id };
  if (there.length === 0) {
    const sha256 = await keepExport(ctx, { ...made, sheets });
    return show(privacyFile.ref({ person: id, sha256 }), good('privacy.exported'));
  }
  const workbook = { path: texts.t('words.privacy.workbook'), bytes: [await ctx.writeWorkbook(sheets)] };
  const sha256 = await keepFile(ctx, { ...made, pieces: ctx.writeArchive([workbook, ...there]) });
  return show(privacyFile.ref({ person: id, sha256, kind: 'archive' }), good('privacy.exported'));
}
