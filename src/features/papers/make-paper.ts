import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { keepFile } from '../../pipeline/keep-export.ts';
import { PaperFlaw } from '../../ports/papers.ts';
import { paperFields, papersFile } from './refs.ts';
import { writePaper } from './write-paper.ts';

export const makePaperInput = z.strictObject(paperFields);

/**
 * A paper as the records have it now, as a Word file kept for an hour; nothing of the records changes.
 * @throws CodedError PAPER_NOT_YOURS; PAPER_TEMPLATE, PAPER_UNREADABLE for a template of the office's own that cannot be filled
 */
export async function makePaper(ctx: Ctx, input: z.infer<typeof makePaperInput>): Promise<Answer> {
  const written = await writePaper(ctx, ctx.actor, input);
  if (written === undefined) throw new CodedError('PAPER_NOT_YOURS');
  const bytes = await filled(ctx, written.paper, written.data);
  const sha256 = await keepFile(ctx, { command: 'papers.make', subject: input.of, pieces: [bytes] });
  return show(papersFile.ref({ ...input, sha256 }), good('papers.made'));
}

async function filled(ctx: Ctx, paper: string, data: Parameters<Ctx['papers']['fill']>[1]): Promise<Uint8Array> {
  try {
    return await ctx.papers.fill(paper, data);
  } catch (error) {
    if (!(error instanceof PaperFlaw)) throw error;
    ctx.log.error({ err: error, paper }, 'a template of papers is flawed');
    const facts = { paper, names: error.unknown.join(', ') };
    throw new CodedError(error.unknown.length === 0 ? 'PAPER_UNREADABLE' : 'PAPER_TEMPLATE', facts);
  }
}
