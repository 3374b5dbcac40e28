import { z } from 'zod';
import { currentRound } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { filePage } from './file.page.ts';
import { makePaper, makePaperInput } from './make-paper.ts';
import { mayMakeSome } from './may-make.ts';
import { papersShow, showFields } from './refs.ts';
import { showPage } from './show.page.ts';

/** @throws CodedError PAPER_NOT_YOURS; NO_ROUND before the first one opens */
async function papersOf(ctx: Ctx, { round }: { round: string }): Promise<Answer> {
  requireMay(ctx, mayMakeSome, 'PAPER_NOT_YOURS');
  return show(papersShow.ref({ round: round === '' ? (await currentRound(ctx)).data.round : round }));
}

/** The unit's papers, written in Word from what is recorded: nobody types them again (R-069 … R-073). */
export const papers = capability({
  commands: [
    {
      name: 'papers',
      isFor: mayMakeSome,
      where: 'personal',
      inRound: 'underWay',
      run: (ctx) => papersOf(ctx, { round: '' }),
    },
  ],
  verbs: [verb('papers.show', z.strictObject(showFields), papersOf), verb('papers.make', makePaperInput, makePaper)],
  pages: [showPage, filePage],
});
