import type { z } from 'zod';
import { mayAskAbout } from '../../domain/policy/privacy.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { keepExport } from '../../pipeline/keep-export.ts';
import { copySheets } from './copy-sheets.ts';
import { type personParams, privacyFile } from './refs.ts';
import { whoseOf } from './whose.ts';

/**
 * A copy of everything stored about one person, as a workbook: for that person, and for the office to hand over.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW
 */
export async function exportPerson(ctx: Ctx, params: z.infer<typeof personParams>): Promise<Answer> {
  const id = params.person || ctx.me.id;
  requireMay(ctx, (actor) => mayAskAbout(actor, id), 'OFFICE_ONLY');
  const whose = await whoseOf(ctx, id);
  const sheets = await copySheets(ctx, ctx.texts(ctx.me.data.locale), whose);
  const sha256 = await keepExport(ctx, { command: 'privacy.export', subject: id, sheets });
  return show(privacyFile.ref({ person: id, sha256 }), good('privacy.exported'));
}
