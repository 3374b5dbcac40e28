import { z } from 'zod';
import { type Answer, good, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { keepExport } from '../../../pipeline/keep-export.ts';
import { requireRoster } from '../find.ts';
import { problemSheet } from '../read/tell-problems.ts';
import { rosterFile, rosterUpdate } from '../refs.ts';
import { outlineAt } from './kept.ts';
import { importOf } from './load.ts';

export const exportProblemsInput = z.strictObject({ id: z.string().max(100) });

/** All that is wrong with a roster that was sent, a row each, as a workbook. @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW */
export async function exportProblems(ctx: Ctx, input: z.infer<typeof exportProblemsInput>): Promise<Answer> {
  requireRoster(ctx);
  const sent = await importOf(ctx, input.id);
  const outline = await outlineAt(ctx, sent.data.outline);
  if (outline === undefined || outline.problems.length === 0) return show(rosterUpdate.ref({ id: sent.id }));
  const sheets = [problemSheet(outline.problems, ctx.texts(ctx.me.data.locale))];
  const sha256 = await keepExport(ctx, { command: 'roster.problems', subject: sent.id, sheets });
  return show(rosterFile.ref({ sha256 }), good('roster.problems', { n: outline.problems.length }));
}
